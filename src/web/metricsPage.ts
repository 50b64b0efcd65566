// /metrics, for Prometheus: with the dashboard's token where there is one, else from this machine alone.
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import { isSameSecret } from "../runtime/sameSecret.ts";

export interface MetricsPageNeeds {
  /** The text of a scrape. */
  readonly render: () => Promise<string>;
  readonly contentType: string;
  /** DASHBOARD_TOKEN. */
  readonly token: string | undefined;
}

/** Who asks: the other end of the connection, and what it says of itself. */
export interface Asker {
  readonly address: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export type Admission = "in" | "token" | "local";

/**
 * "in", or what is missing: the token as `Authorization: Bearer …`, or to come from this machine. A proxy on this machine
 * comes from here too, for anybody: what it has forwarded does not count, nor does a page in a browser that was led here
 * under another name.
 */
export function admit({ address = "", headers }: Asker, token: string | undefined): Admission {
  if (token !== undefined) {
    const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
    return isSameSecret(given, token) ? "in" : "token";
  }
  const isHere = /^(::ffff:)?127\.|^::1$/.test(address);
  const isForwarded = forwarding.some((name) => headers[name] !== undefined);
  return isHere && !isForwarded && localName.test(headers.host ?? "") ? "in" : "local";
}

const forwarding = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] as const;
const localName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function registerMetrics(
  app: FastifyInstance,
  { render, contentType, token }: MetricsPageNeeds,
): void {
  app.get("/metrics", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const { remoteAddress } = request.socket;
    switch (admit({ address: remoteAddress, headers: request.headers }, token)) {
      case "token":
        return reply
          .code(401)
          .header("www-authenticate", 'Bearer realm="metrics"')
          .send({ error: "the token is missing: Authorization: Bearer DASHBOARD_TOKEN" });
      case "local":
        return reply.code(403).send({ error: "only from this machine: set DASHBOARD_TOKEN for others" });
      case "in":
        return reply.type(contentType).send(await render());
    }
  });
}
