// Answers a scrape: what all processes have counted, and how Redis, queues and clock stand at this moment.
import { collectDefaultMetrics, Registry } from "prom-client";
import { openUpdatesKey } from "../bot/accepted.ts";
import { queueStandings } from "../delivery/queueState.ts";
import { type Exposed, expose, toExposed } from "../runtime/exposition.ts";
import type { Sample } from "../runtime/metric.ts";
import type { ProcessSign } from "../runtime/metricStore.ts";
import { type Observed, observed } from "../runtime/metrics.ts";
import { within } from "../runtime/wait.ts";
import { createTickMark } from "../schedule/tickMark.ts";
import { botOf, type House } from "./house.ts";

type Found = Partial<Record<Observed, readonly Sample[]>>;

/** A Redis that hangs must not hang the scrape: what this process knows by itself is told anyway. */
const patienceMs = 3_000;

/** A process that gave no sign for longer is not alive: six signs were missed. */
const aliveMs = 30_000;

/** Processes that are told of one by one. */
const mostProcesses = 100;

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
          readRedis(house).catch(() => undefined),
        )
      : undefined;
    const found: Found = {
      mujaz_build_info: one(1, { version, node: process.version }),
      mujaz_telegram_up: one(isReached() ? 1 : 0),
      mujaz_redis_up: one(asked === undefined ? 0 : 1),
      ...asked?.found,
    };
    // What nobody could say is absent, not 0.
    const told = (Object.keys(observed) as Observed[]).flatMap((name): Exposed[] => {
      const samples = found[name];
      return samples === undefined ? [] : [{ name, metric: observed[name], samples }];
    });
    return expose([...told, ...(asked?.exposed ?? [])], own);
  };
}

async function readRedis(house: House): Promise<{ found: Found; exposed: readonly Exposed[] }> {
  const { main, agenda, metricStore, config } = house;
  const { redisPrefix: prefix } = config.env;
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  const [memory, tick, outcomes, scheduled, due, lag, pending, dead, open, queues, { counts, processes }] =
    await Promise.all([
      main.info("memory").catch(() => ""),
      createTickMark(main, prefix).last(),
      agenda.outcomes(),
      main.zcard(`{${prefix}}:due`),
      agenda.dueCount(seconds),
      agenda.lagSeconds(seconds),
      main.hlen(`{${prefix}}:pend`),
      main.hlen(`{${prefix}}:dead`),
      main.hlen(openUpdatesKey(prefix, botOf(config.env))),
      queueStandings(main, prefix, now.getTime()),
      metricStore.read(),
    ]);
  const found: Found = {
    ...ofMemory(memory),
    mujaz_clock_last_tick_timestamp_seconds: one(tick?.at ?? 0),
    mujaz_slots_total: Object.entries(outcomes).map(([outcome, value]) => ({ labels: { outcome }, value })),
    mujaz_scheduled_readers: one(scheduled),
    mujaz_due_readers: one(due),
    mujaz_due_lag_seconds: one(lag),
    mujaz_pending_slots: one(pending),
    mujaz_dead_letters: one(dead),
    mujaz_updates_open: one(open),
    mujaz_queue_jobs: queues.flatMap(({ queue, jobs }) =>
      Object.entries(jobs).map(([state, value]) => ({ labels: { queue, state }, value })),
    ),
    mujaz_queue_oldest_seconds: queues.map(({ queue, oldestSeconds }) => ({
      labels: { queue },
      value: oldestSeconds,
    })),
    ...ofProcesses(processes, now.getTime()),
  };
  return { found, exposed: toExposed(counts) };
}

/** Absent where the server does not tell: the in-process one has no memory of its own. */
function ofMemory(info: string): Found {
  const of = (name: string): number | undefined => {
    const written = new RegExp(`^${name}:(\\d+)`, "m").exec(info)?.[1];
    return written === undefined ? undefined : Number(written);
  };
  const [used, max] = [of("used_memory"), of("maxmemory")];
  return {
    ...(used !== undefined && used > 0 && { mujaz_redis_memory_used_bytes: one(used) }),
    ...(max !== undefined && used !== 0 && { mujaz_redis_memory_max_bytes: one(max) }),
  };
}

function ofProcesses(signs: ReadonlyMap<string, ProcessSign>, nowMs: number): Found {
  const alive = [...signs].filter(([, { at }]) => nowMs - at <= aliveMs).slice(0, mostProcesses);
  const roles = new Map<string, number>([
    ["web", 0],
    ["clock", 0],
    ["worker", 0],
  ]);
  for (const role of alive.flatMap(([, sign]) => sign.roles)) roles.set(role, (roles.get(role) ?? 0) + 1);
  const each = (measure: (sign: ProcessSign) => number): Sample[] =>
    alive.map(([process, sign]) => ({ labels: { process }, value: measure(sign) }));
  return {
    mujaz_processes: [...roles].map(([role, value]) => ({ labels: { role }, value })),
    mujaz_process_resident_memory_bytes: each(({ residentBytes }) => residentBytes),
    mujaz_process_event_loop_lag_seconds: each(({ lagSeconds }) => lagSeconds),
  };
}
