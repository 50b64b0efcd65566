// Kills processes and Redis while a wave is served, and notes at each death which sends were not acknowledged yet.
import { setTimeout as sleep } from "node:timers/promises";
import type { Hand, Role } from "./crew.ts";
import type { DrillReader } from "./readers.ts";
import type { Stage } from "./stage.ts";
import type { Send } from "./telegram.ts";

export interface KillPlan {
  /** One is killed so often, and another started at once. */
  readonly everyMs: { readonly worker: number; readonly clock: number };
  /** No more of each are killed than so many; without end where absent. */
  readonly most?: { readonly worker: number; readonly clock: number };
  /** Redis is killed when this share of the readers has been sent to. */
  readonly redisAt: readonly number[];
  readonly redisDownMs: number;
}

export interface Kills {
  readonly counts: Readonly<Record<"worker" | "clock" | "redis", number>>;
  /** Sends that were on their way at the deaths of Redis. */
  readonly openAtRedis: readonly number[];
  /** Ends the killing; rejects with what went wrong in it. */
  stop(): Promise<void>;
}

/** A start takes a second; ten times that where others use the machine too. */
const patienceMs = 60_000;

/** What a killed process had written to Redis is read within this. */
const lastWordsMs = 250;

export function beginKills(
  stage: Stage,
  readers: readonly DrillReader[],
  { everyMs, most, redisAt, redisDownMs }: KillPlan,
  random: () => number,
): Kills {
  const { crew, telegram, server } = stage;
  const counts = { worker: 0, clock: 0, redis: 0 };
  const openAtRedis: number[] = [];
  const memberOf = new Map(readers.map(({ chat, movedTo, member }) => [movedTo ?? chat, member]));
  const ended = new AbortController();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: ended.signal });

  /** Marks those of the sends whose slot Redis does not know as ended. Gives how many there are. */
  async function mark(sends: readonly Send[], by: NonNullable<Send["openAt"]>): Promise<number> {
    const open = await Promise.all(
      sends.map(async (send) => {
        const member = memberOf.get(send.chat);
        return member === undefined || send.openAt !== undefined || (await isOver(member, send.part))
          ? []
          : [send];
      }),
    );
    for (const send of open.flat()) send.openAt = by;
    return open.flat().length;
  }

  /** The slot has ended, or this part of its digest is noted as sent. */
  async function isOver(member: number, part: number): Promise<boolean> {
    const pending = await stage.agenda.pending(member);
    if (pending !== null) return pending.parts > part;
    const due = await stage.dueAt(member);
    return due === null || due > Date.now() / 1000 + 3_600;
  }

  /** One of those that run, once another runs too: on a slow machine nobody would ever get anything done. */
  async function pick(role: Role): Promise<Hand> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const running = crew.living(role).filter(({ isRunning }) => isRunning());
      const hand = running[Math.floor(random() * running.length)];
      if (hand !== undefined && running.length > 1) return hand;
      if (performance.now() > end) throw new Error(`no ${role} comes up`);
      await pause(50);
    }
  }

  async function killOften(role: Role & keyof typeof everyMs): Promise<void> {
    while (counts[role] < (most?.[role] ?? Number.POSITIVE_INFINITY)) {
      await pause(everyMs[role]);
      const hand = await pick(role);
      counts[role] += 1;
      await crew.kill(hand);
      const dead = telegram.sends.filter(({ worker }) => worker === hand.id);
      // Before a start that may take longer than its locks last: then others would have sent them again, and ended them.
      const marked =
        role === "worker" ? sleep(lastWordsMs).then(() => mark(dead, "worker")) : Promise.resolve(0);
      await Promise.all([crew.start(role), marked]);
    }
  }

  async function killRedis(): Promise<void> {
    for (const share of redisAt) {
      while (telegram.sends.length < share * readers.length) await pause(20);
      counts.redis += 1;
      await server.killAndRestart(redisDownMs);
      openAtRedis.push(await mark([...telegram.sends], "redis"));
    }
  }

  const tasks = [killOften("worker"), killOften("clock"), killRedis()].map((task) =>
    task.catch((error) => {
      if (!ended.signal.aborted) throw error;
    }),
  );
  const all = Promise.all(tasks);
  all.catch(() => undefined);
  return {
    counts,
    openAtRedis,
    async stop() {
      ended.abort();
      await all;
    },
  };
}
