// /metrics, for Prometheus: with the dashboard's token where there is one, else from this machine alone.
import type { FastifyInstance } from "fastify";
import { isSameSecret } from "../runtime/sameSecret.ts";
import { type Asker, isFromHere } from "./asker.ts";

export interface MetricsPageNeeds {
  /** The text of a scrape. */
  readonly render: () => Promise<string>;
  readonly contentType: string;
  /** DASHBOARD_TOKEN. */
  readonly token: string | undefined;
}

export type Admission = "in" | "token" | "local";

/** "in", or what is missing: the token as `Authorization: Bearer …`, or to come from this machine. */
export function admit(asker: Asker, token: string | undefined): Admission {
  if (token === undefined) return isFromHere(asker) ? "in" : "local";
  const given = /^Bearer +(\S+)$/i.exec(asker.headers.authorization ?? "")?.[1] ?? "";
  return isSameSecret(given, token) ? "in" : "token";
}

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
