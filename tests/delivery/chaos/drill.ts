// One wave of digests through processes that die: who was served, what came twice and why, what was left behind.
import { setTimeout as sleep } from "node:timers/promises";
import { createRandom } from "../../articles/crash/random.ts";
import { type Account, account } from "./account.ts";
import { whatIsWrong } from "./audit.ts";
import { beginKills, type KillPlan, type Kills } from "./kills.ts";
import { gatherReaders, makeDue, type ReaderKind } from "./readers.ts";
import { openStage, type Stage, type StageOptions } from "./stage.ts";
import { type Bursts, faultKinds, raiseStorm } from "./storm.ts";

export interface DrillPlan extends StageOptions, KillPlan {
  readonly seed: number;
  readonly readers: number;
  readonly clocks: number;
  readonly workers: number;
  readonly bursts: Bursts;
  /** The first readers see to it that each kind of reader is there and each kind of fault strikes; chance does when absent. */
  readonly hasAllKinds?: true;
  /** Due at a full minute, as the readers wish, or a moment from now by the agenda's own word: for a quick drill. */
  readonly due: "at the wish" | "soon";
  readonly limitMs: number;
}

export interface Drill {
  readonly account: Account;
  /** What the end is not as it must be, in words; none when all is well. */
  readonly wrong: readonly string[];
  readonly kills: Kills["counts"];
  /** What the Bot API answered, and how often. */
  readonly answers: Readonly<Record<string, number>>;
  /** For people. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The first two cannot be reached where they are on record; those behind them meet the faults, and can. */
const unreachable: readonly ReaderKind[] = ["moved", "blocked"];
const firstKinds: readonly ReaderKind[] = [...unreachable, ...Array<ReaderKind>(faultKinds).fill("reached")];

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
    { count, seed, wishMs, now, kinds: plan.hasAllKinds ? firstKinds : [] },
  );
  const struck = plan.hasAllKinds ? readers.slice(unreachable.length, firstKinds.length) : [];
  raiseStorm(
    telegram.playground,
    seed,
    plan.bursts,
    struck.map(({ chat }) => chat),
  );
  await Promise.all(hands.map(async (hand) => (await hand).ready));
  // It would set right what is made due against the readers' plans.
  if (isSoon) await stage.untilRecomputed();
  const due = isSoon ? await makeDue(stage, readers) : wishMs / 1000;
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
    kills: kills.counts,
    answers: telegram.answers,
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
