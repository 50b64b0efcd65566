// /healthz: the process answers, and whether Redis does. /readyz: the house can do its work now, or which part of it cannot.
import type { FastifyInstance } from "fastify";
import { share } from "../runtime/gather.ts";
import { within } from "../runtime/wait.ts";
import { type Facts, judge } from "./readiness.ts";

export interface HealthNeeds {
  /** Resolves when Redis answers; rejects or hangs when it does not. */
  readonly ping: () => Promise<unknown>;
  /** What a watch in the background knows of Telegram: nobody is asked here. */
  readonly telegram: () => Facts["telegram"];
  /** What Redis says of the clock and the queues; may hang like `ping`. */
  readonly work: () => Promise<Pick<Facts, "tickAgeSeconds" | "queues">>;
}

/** How long a check may take before it counts as failed. */
const patienceMs = 2_000;

/** Probes of life are given up after a second, as a rule: a restart would not bring Redis back. */
const briefMs = 500;

export function registerHealth(app: FastifyInstance, { ping, telegram, work }: HealthNeeds): void {
  // However many ask at the same moment, Redis is asked once.
  const pinged = share(() =>
    ping().then(
      () => true,
      () => false,
    ),
  );
  const worked = share(() => work().catch(() => undefined));
  const answers = async (limitMs: number): Promise<boolean> => (await within(limitMs, pinged())) ?? false;
  app.get("/healthz", async () => {
    const redis = await answers(briefMs);
    return { status: redis ? "ok" : "waiting for redis", redis };
  });
  app.get("/readyz", async (_request, reply) => {
    const [redis, known] = await Promise.all([answers(patienceMs), within(patienceMs, worked())]);
    const isThere = redis && known !== undefined;
    const { tickAgeSeconds, queues } = known ?? { tickAgeSeconds: null, queues: [] };
    const { isReady, checks } = judge({ redis: isThere, telegram: telegram(), tickAgeSeconds, queues });
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ok" : "unavailable", checks });
  });
}
