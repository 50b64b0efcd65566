// /healthz: the process answers, and whether Redis does. /readyz: it can do its work now.
import type { FastifyInstance } from "fastify";
import { within } from "../runtime/wait.ts";

export interface HealthNeeds {
  /** Resolves when Redis answers; rejects or hangs when it does not. */
  readonly ping: () => Promise<unknown>;
}

/** How long a check may take before it counts as failed. */
const patienceMs = 2_000;

/** Probes of life are given up after a second, as a rule: a restart would not bring Redis back. */
const briefMs = 500;

export function registerHealth(app: FastifyInstance, { ping }: HealthNeeds): void {
  const answers = async (limitMs: number): Promise<boolean> => {
    const answer = ping().then(
      () => true,
      () => false,
    );
    return (await within(limitMs, answer)) ?? false;
  };
  app.get("/healthz", async () => {
    const redis = await answers(briefMs);
    return { status: redis ? "ok" : "waiting for redis", redis };
  });
  app.get("/readyz", async (_request, reply) => {
    const redis = await answers(patienceMs);
    return reply.code(redis ? 200 : 503).send({ status: redis ? "ok" : "unavailable", redis });
  });
}
