// Wires what operators watch a house by: /healthz, /readyz and /metrics.
import type { FastifyInstance } from "fastify";
import type { Telegraf } from "telegraf";
import { queueStandings } from "../delivery/queueState.ts";
import { callTelegram, whyFailed } from "../delivery/telegram.ts";
import { expositionType } from "../runtime/exposition.ts";
import { ownVersion } from "../runtime/version.ts";
import { createTickMark } from "../schedule/tickMark.ts";
import { registerHealth } from "../web/health.ts";
import { registerMetrics } from "../web/metricsPage.ts";
import { isReached, type Reached } from "../web/readiness.ts";
import type { House } from "./house.ts";
import { type Reach, watchReach } from "./reach.ts";
import { createScrape } from "./scrape.ts";
import { codeOf } from "./telegram.ts";

export interface Monitor {
  /** From the moment that Telegram has said who we are. */
  watch(bot: Telegraf): void;
  /** What is known of Telegram by now. */
  readonly telegram: () => Reached;
  close(): void;
}

const unknown: Reached = { ageSeconds: null, isRefused: false };

const askMs = 10_000;

/** Adds the routes; before the server listens. */
export function openMonitor(house: House, app: FastifyInstance): Monitor {
  const { main, config, log } = house;
  const { redisPrefix, dashboardToken } = config.env;
  let reach: Reach | undefined;
  const reached = (): Reached => reach?.state() ?? unknown;
  // Without a connection the client would keep every question until there is one.
  const isThere = (): boolean => main.status === "ready";
  const mark = createTickMark(main, redisPrefix);
  registerHealth(app, {
    async ping() {
      if (!isThere()) throw new Error("Redis is away");
      await main.ping();
    },
    telegram: reached,
    async work() {
      if (!isThere()) throw new Error("Redis is away");
      const [tick, queues] = await Promise.all([mark.last(), queueStandings(main, redisPrefix, Date.now())]);
      return { tickAgeSeconds: tick?.ageSeconds ?? null, queues };
    },
  });
  registerMetrics(app, {
    render: createScrape(house, { version: ownVersion(), isReached: () => isReached(reached()) }),
    contentType: expositionType,
    token: dashboardToken,
  });
  return {
    telegram: reached,
    watch({ telegram }) {
      reach = watchReach({
        ask: () => callTelegram(telegram, "getMe", {}, AbortSignal.timeout(askMs)),
        now: () => new Date(),
        why: whyFailed,
        isRefused: (error) => codeOf(error) === 401 || codeOf(error) === 404,
        report: (event, fields) => log.warn(event, fields),
      });
    },
    close: () => reach?.close(),
  };
}
