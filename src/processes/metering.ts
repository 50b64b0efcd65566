// Brings what this process has counted, and its failures, to Redis every few seconds, with a sign of life.
import { hostname } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { within } from "../runtime/wait.ts";
import type { House } from "./house.ts";

export interface Metering {
  /** One last time, and the sign of life goes. */
  close(): Promise<void>;
}

/** A scrape comes every 15 s as a rule. */
const everyMs = 5_000;

/** A Redis that is away must not hold up the end. */
const patienceMs = 1_000;

/** Events that alert rules count. */
export const alertedEvents = [
  ["error", "handler.failed"],
  ["warn", "poll.conflict"],
] as const;

/** From 0 on: Prometheus sees no increase in a series that begins with its first count. */
function beginAtZero(meter: House["meter"]): void {
  for (const [level, event] of alertedEvents) meter.count("mujaz_log_events_total", { level, event }, 0);
  for (const purpose of ["digest", "reply"]) {
    for (const outcome of ["sent", "failed", "wait"])
      meter.count("mujaz_sends_total", { purpose, outcome }, 0);
  }
}

export function startMetering(house: House, roles: readonly string[]): Metering {
  const { main, meter, metricStore, failures, failureStore, log } = house;
  const by = roles.join("+");
  beginAtZero(meter);
  const id = `${by}@${hostname()}:${process.pid}`;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let running: Promise<void> | undefined;

  async function flush(): Promise<void> {
    // Its client would keep the question until Redis is back, and one more every few seconds.
    if (main.status !== "ready") return;
    const lagSeconds = Math.max(0, delay.percentile(99) / 1e9 - 0.02);
    delay.reset();
    await metricStore.flush(meter);
    await failureStore.flush(failures, by);
    const residentBytes = process.memoryUsage.rss();
    await metricStore.sign(id, { at: Date.now(), roles, residentBytes, lagSeconds });
  }
  const run = (): Promise<void> => {
    running ??= flush()
      .catch((err) => log.warn("metrics.not-kept", { err }))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  // Whoever looks in the first seconds is to see that this process lives.
  if (main.status === "ready") void run();
  else main.once("ready", () => void run());
  const timer = setInterval(() => void run(), everyMs).unref();
  return {
    async close() {
      clearInterval(timer);
      delay.disable();
      const last = async (): Promise<void> => {
        await running;
        if (main.status !== "ready") return;
        await metricStore.flush(meter);
        await failureStore.flush(failures, by);
        await metricStore.leave(id);
      };
      await within(
        patienceMs,
        last().catch(() => undefined),
      );
    },
  };
}
