// One wave of digests through processes that die: who was served, what came twice and why, what was left behind.
import { setTimeout as sleep } from "node:timers/promises";
import { nextDue } from "../../../src/schedule/due.ts";
import { createRandom } from "../../articles/crash/random.ts";
import { type Account, account } from "./account.ts";
import { beginKills, type KillPlan } from "./kills.ts";
import { type DrillReader, gatherReaders } from "./readers.ts";
import { openStage, type Stage, type StageOptions } from "./stage.ts";
import { type Bursts, raiseStorm } from "./storm.ts";

export interface DrillPlan extends StageOptions, KillPlan {
  readonly seed: number;
  readonly readers: number;
  readonly clocks: number;
  readonly workers: number;
  readonly bursts: Bursts;
  /** Due at a full minute, as the readers wish, or a moment from now by the agenda's own word: for a quick drill. */
  readonly due: "at the wish" | "soon";
  readonly limitMs: number;
}

export interface Drill {
  readonly account: Account;
  /** What the end is not as it must be, in words; none when all is well. */
  readonly wrong: readonly string[];
  /** For people. */
  readonly figures: Readonly<Record<string, unknown>>;
}

export async function runDrill(plan: DrillPlan): Promise<Drill> {
  const stage = await openStage(plan);
  try {
    const drill = await serveWave(stage, plan);
    if (drill.wrong.length > 0)
      console.log(`seed ${plan.seed}: the processes' logs are in ${await stage.keepLogs()}`);
    return drill;
  } finally {
    await stage.close();
  }
}

async function serveWave(stage: Stage, plan: DrillPlan): Promise<Drill> {
  const { seed, readers: count } = plan;
  const { crew, telegram, agenda } = stage;
  const hands = [
    ...Array.from({ length: plan.clocks }, () => crew.start("clock")),
    ...Array.from({ length: plan.workers }, () => crew.start("worker")),
  ];
  const now = new Date();
  const isSoon = plan.due === "soon";
  // Subscribing takes 20,000 readers some seconds; a wish of the last minute is due tomorrow.
  const wishMs = Math.floor((now.getTime() + (isSoon ? -60_000 : 90_000)) / 60_000) * 60_000;
  const readers = await gatherReaders(
    { playground: telegram.playground, agenda },
    { count, seed, wishMs, now },
  );
  raiseStorm(telegram.playground, seed, plan.bursts);
  await Promise.all(hands.map(async (hand) => (await hand).ready));
  const due = isSoon ? Math.ceil(Date.now() / 1000) + 1 : wishMs / 1000;
  if (isSoon) await Promise.all(readers.map(({ member }) => agenda.dueNow(member, due)));
  if (Date.now() > due * 1000) throw new Error("the readers were gathered too late for their minute");
  await sleep(due * 1000 - Date.now());

  const kills = beginKills(stage, readers, plan, createRandom(seed));
  const end = performance.now() + plan.limitMs;
  let isServed = false;
  while (!isServed && performance.now() < end) {
    await sleep(200);
    isServed = await stage.isServed();
  }
  const servedMs = Date.now();
  await kills.stop();
  const stops = await Promise.all(
    [...crew.living("worker"), ...crew.living("clock")].map((hand) => crew.stop(hand)),
  );

  const killedMs = new Map(
    crew.all.flatMap(({ id, killedMs }) => (killedMs === undefined ? [] : [[id, killedMs]])),
  );
  const counted = account(telegram.sends, killedMs);
  const wrong = [
    ...(isServed ? [] : ["the wave was not served in time"]),
    ...(await whatIsWrong(stage, readers, due)),
    ...counted.unexplained.map((sends) => `sent twice without a reason: ${JSON.stringify(sends)}`),
    ...stops.filter(({ status }) => status !== 0).map(({ status }) => `a process ended with ${status}`),
  ];
  const latestMs = Math.max(...telegram.sends.map(({ atMs }) => atMs));
  return {
    account: counted,
    wrong,
    figures: {
      seed,
      readers: count,
      messages: telegram.sends.length,
      repeats: counted.repeats,
      because: counted.because,
      mayRepeat: counted.mayRepeat,
      kills: kills.counts,
      openAtRedis: kills.openAtRedis,
      answers: telegram.answers,
      outcomes: await agenda.outcomes(),
      lastSentAfterSeconds: Math.round(latestMs / 1000 - due),
      servedAfterSeconds: Math.round(servedMs / 1000 - due),
    },
  };
}

/** Looks at every reader, and at what must not be left. */
async function whatIsWrong(
  stage: Stage,
  readers: readonly DrillReader[],
  due: number,
): Promise<readonly string[]> {
  const { telegram, agenda, store } = stage;
  const got = new Map<number, Set<number>>();
  const parts = new Map<number, number>();
  const wrong: string[] = [];
  for (const { chat, part, parts: of, atMs } of telegram.sends) {
    got.set(chat, (got.get(chat) ?? new Set()).add(part));
    parts.set(chat, of);
    if (atMs < due * 1000) wrong.push(`${chat}: sent ${due * 1000 - atMs} ms before it was due`);
  }
  const look = async ({ member, chat, movedTo, isBlocked }: DrillReader): Promise<readonly string[]> => {
    const here = movedTo ?? chat;
    const [record, score, pending] = await Promise.all([
      store.byNumber(member),
      stage.dueAt(member),
      agenda.pending(member),
    ]);
    if (record === undefined) return ["no record"];
    const received = got.get(here)?.size ?? 0;
    const found: string[] = [];
    if (pending !== null) found.push(`still pending ${JSON.stringify(pending)}`);
    if (record.chat !== here) found.push(`on record under ${record.chat}`);
    if ((await store.numberOf(here, null)) !== member) found.push("not known by its chat");
    if (movedTo !== undefined && (await store.numberOf(chat, null)) !== undefined)
      found.push("known by its old chat");
    if (isBlocked) {
      if (record.status !== "inactive" || record.reason !== "blocked")
        found.push(`${record.status} ${record.reason}`);
      if (score !== null) found.push(`blocked and due at ${score}`);
      if (received > 0) found.push("blocked and sent to");
      return found;
    }
    if (record.status !== "active") found.push(`${record.status} ${record.reason}`);
    const next = nextDue(record, due * 1000);
    if (score === null || Math.floor(score) !== next) found.push(`next due at ${score} and not ${next}`);
    const wanted = parts.get(here) ?? 1;
    if (received !== wanted) found.push(`got ${received} of ${wanted} messages`);
    return found;
  };
  for (let at = 0; at < readers.length; at += 500) {
    const some = await Promise.all(readers.slice(at, at + 500).map(look));
    for (const [index, found] of some.entries()) {
      for (const each of found) wrong.push(`reader ${readers[at + index]?.member}: ${each}`);
    }
  }
  const dead = await agenda.listDead();
  for (const letter of dead)
    wrong.push(`a dead letter before attempts and grace ended: ${JSON.stringify(letter)}`);
  const jobs = await stage.jobs();
  if (jobs > 0) wrong.push(`${jobs} jobs are left`);
  const outcomes = await agenda.outcomes();
  const blocked = readers.filter(({ isBlocked }) => isBlocked).length;
  if ((outcomes["gone"] ?? 0) !== blocked)
    wrong.push(`${outcomes["gone"]} are on record as gone, not ${blocked}`);
  if (outcomes["sent"] !== readers.length - blocked) wrong.push(`${outcomes["sent"]} are on record as sent`);
  return wrong;
}
