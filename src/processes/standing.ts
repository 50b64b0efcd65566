// How the house stands at this moment, read from Redis in one go: for scrapes and for the dashboard.
import { openUpdatesKey } from "../bot/accepted.ts";
import { queueStandings } from "../delivery/queueState.ts";
import { createTickMark } from "../schedule/tickMark.ts";
import type { HouseStanding } from "../web/dashboard/figureNeeds.ts";
import { botOf, type House } from "./house.ts";

export interface Standing extends HouseStanding {
  /** When a clock looked last who is due; null for never. */
  readonly tick: { readonly at: number; readonly ageSeconds: number } | null;
  /** What all processes have counted, as `toExposed` reads it. */
  readonly counts: Readonly<Record<string, string>>;
}

/** A process that gave no sign for longer is not alive: six signs were missed. */
const aliveMs = 30_000;

/** Processes that are told of one by one. */
const mostProcesses = 100;

export async function readStanding({ main, agenda, metricStore, config, clock }: House): Promise<Standing> {
  const { redisPrefix: prefix } = config.env;
  const nowMs = Date.now();
  // Who is due is so by the house's own time; processes and queues live by the machine's.
  const seconds = Math.floor(clock.now().getTime() / 1000);
  const [memory, tick, outcomes, scheduled, due, lagSeconds, pending, dead, openUpdates, queues, counted] =
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
      queueStandings(main, prefix, nowMs),
      metricStore.read(),
    ]);
  const alive = [...counted.processes].filter(([, { at }]) => nowMs - at <= aliveMs).slice(0, mostProcesses);
  const { counts } = counted;
  const slots = { outcomes, scheduled, due, lagSeconds, pending, dead };
  return {
    memory: readMemory(memory),
    tick,
    ...slots,
    openUpdates,
    queues,
    counts,
    alive,
    roles: rolesOf(alive),
  };
}

function readMemory(info: string): Standing["memory"] {
  const of = (name: string): number | undefined => {
    const written = new RegExp(`^${name}:(\\d+)`, "m").exec(info)?.[1];
    return written === undefined ? undefined : Number(written);
  };
  const [used, max] = [of("used_memory"), of("maxmemory")];
  if (used === undefined || used === 0) return used === undefined && max !== undefined ? { max } : {};
  return { used, ...(max !== undefined && { max }) };
}

function rolesOf(alive: Standing["alive"]): ReadonlyMap<string, number> {
  const roles = new Map<string, number>([
    ["web", 0],
    ["clock", 0],
    ["worker", 0],
  ]);
  for (const role of alive.flatMap(([, sign]) => sign.roles)) roles.set(role, (roles.get(role) ?? 0) + 1);
  return roles;
}
