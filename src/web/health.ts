// /healthz: the process answers. /readyz: it can do its work now.
import type { FastifyInstance } from "fastify";

export interface HealthNeeds {
  /** Resolves when Redis answers; rejects or hangs when it does not. */
  readonly ping: () => Promise<unknown>;
}

/** How long a check may take before it counts as failed. */
const patienceMs = 2_000;

export function registerHealth(app: FastifyInstance, { ping }: HealthNeeds): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error("late")), patienceMs).unref();
    });
    const isReady = await Promise.race([ping(), late]).then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ok" : "unavailable", redis: isReady });
  });
}
