// Answers a scrape: what all processes have counted, and how Redis, queues and clock stand at this moment.
import { collectDefaultMetrics, Registry } from "prom-client";
import { type Exposed, expose, toExposed } from "../runtime/exposition.ts";
import type { Sample } from "../runtime/metric.ts";
import type { ProcessSign } from "../runtime/metricStore.ts";
import { type Observed, observed } from "../runtime/metrics.ts";
import { within } from "../runtime/wait.ts";
import type { House } from "./house.ts";
import { readStanding, type Standing } from "./standing.ts";

type Found = Partial<Record<Observed, readonly Sample[]>>;

/** A Redis that hangs must not hang the scrape: what this process knows by itself is told anyway. */
const patienceMs = 3_000;

const one = (value: number, labels: Readonly<Record<string, string>> = {}): readonly Sample[] => [
  { labels, value },
];

/** How Redis is asked, and when; `isReached` as `readyz` has it. */
export function createScrape(
  house: House,
  { version, isReached }: { readonly version: string; readonly isReached: () => boolean },
): () => Promise<string> {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  return async () => {
    const isThere = house.main.status === "ready";
    const asked = isThere
      ? await within(
          patienceMs,
          readStanding(house).catch(() => undefined),
        )
      : undefined;
    const found: Found = {
      mujaz_build_info: one(1, { version, node: process.version }),
      mujaz_telegram_up: one(isReached() ? 1 : 0),
      mujaz_redis_up: one(asked === undefined ? 0 : 1),
      ...(asked !== undefined && toFound(asked)),
    };
    // What nobody could say is absent, not 0.
    const told = (Object.keys(observed) as Observed[]).flatMap((name): Exposed[] => {
      const samples = found[name];
      return samples === undefined ? [] : [{ name, metric: observed[name], samples }];
    });
    return expose([...told, ...(asked === undefined ? [] : toExposed(asked.counts))], own);
  };
}

function toFound(standing: Standing): Found {
  const { memory, queues } = standing;
  return {
    ...(memory.used !== undefined && { mujaz_redis_memory_used_bytes: one(memory.used) }),
    ...(memory.max !== undefined && { mujaz_redis_memory_max_bytes: one(memory.max) }),
    mujaz_clock_last_tick_timestamp_seconds: one(standing.tick?.at ?? 0),
    mujaz_slots_total: Object.entries(standing.outcomes).map(([outcome, value]) => ({
      labels: { outcome },
      value,
    })),
    mujaz_scheduled_readers: one(standing.scheduled),
    mujaz_due_readers: one(standing.due),
    mujaz_due_lag_seconds: one(standing.lagSeconds),
    mujaz_pending_slots: one(standing.pending),
    mujaz_dead_letters: one(standing.dead),
    mujaz_updates_open: one(standing.openUpdates),
    mujaz_queue_jobs: queues.flatMap(({ queue, jobs }) =>
      Object.entries(jobs).map(([state, value]) => ({ labels: { queue, state }, value })),
    ),
    mujaz_queue_oldest_seconds: queues.map(({ queue, oldestSeconds }) => ({
      labels: { queue },
      value: oldestSeconds,
    })),
    ...ofProcesses(standing),
  };
}

function ofProcesses({ alive, roles }: Standing): Found {
  const each = (measure: (sign: ProcessSign) => number): Sample[] =>
    alive.map(([process, sign]) => ({ labels: { process }, value: measure(sign) }));
  return {
    mujaz_processes: [...roles].map(([role, value]) => ({ labels: { role }, value })),
    mujaz_process_resident_memory_bytes: each(({ residentBytes }) => residentBytes),
    mujaz_process_event_loop_lag_seconds: each(({ lagSeconds }) => lagSeconds),
  };
}
