// The HTTP server that pages, webhooks and the playground hang their routes on.
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import { codeOf, PortInUse, RuntimeFault } from "./fault.ts";
import type { Log } from "./log.ts";
import { redact } from "./redact.ts";

export interface Http {
  /** Routes are added before `listen`. */
  readonly app: FastifyInstance;
  /** Gives the address, e.g. "http://127.0.0.1:3000". Throws PortInUse, or another RuntimeFault with a mend. */
  listen(): Promise<string>;
  /** Ends event streams and idle connections at once, gives running requests a second. */
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly log: Log;
  /** How long running requests may take after `close`. */
  readonly graceMs?: number;
}

/** A server that is not listening yet. */
export function createHttp({ host, port, log, graceMs = 1_000 }: HttpOptions): Http {
  const app = fastify({ logger: false, return503OnClosing: true, genReqId: () => randomUUID() });
  const open = new Set<ServerResponse>();
  app.addHook("onRequest", async (_request, reply) => {
    open.add(reply.raw);
    reply.raw.once("close", () => open.delete(reply.raw));
    // On the raw response, so that a hijacked one (an event stream) has them too.
    reply.raw.setHeader("x-content-type-options", "nosniff");
    reply.raw.setHeader("referrer-policy", "no-referrer");
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: redact(error.message) });
    const { id, method, routeOptions } = request;
    log.error("http.failed", { request: id, method, route: routeOptions.url, err: error });
    return reply.code(status).send({ error: "internal error", request: id });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not found" }));
  return {
    app,
    async listen() {
      try {
        return await app.listen({ host, port });
      } catch (error) {
        throw toFault(error, host, port);
      }
    },
    async close() {
      const closed = app.close();
      for (const response of open) {
        const type = String(response.getHeader("content-type") ?? "");
        if (type.startsWith("text/event-stream")) response.end(() => response.socket?.end());
      }
      app.server.closeIdleConnections();
      const late = setTimeout(() => app.server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function toFault(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") return new PortInUse(host, port, error);
  if (code === "EACCES") {
    const message = `This user may not listen on port ${port}.`;
    return new RuntimeFault("address-unusable", message, "Choose a port above 1023, e.g. PORT=3000", error);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    const message = `HOST=${host} is not an address of this machine.`;
    return new RuntimeFault(
      "address-unusable",
      message,
      "Use HOST=127.0.0.1, or HOST=0.0.0.0 for every network",
      error,
    );
  }
  return error;
}
