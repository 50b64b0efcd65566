// How soon a dead worker's work is taken up: measured from its kill -9 to the arrival of the last message it had on its way.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { whatIsWrong } from "./chaos/audit.ts";
import { gatherReaders, makeDue } from "./chaos/readers.ts";
import { openStage, type Stage } from "./chaos/stage.ts";

let stage: Stage;
beforeAll(async () => {
  // No limit of ours: whatever a worker holds is on its way to Telegram, which takes 200 ms for each.
  stage = await openStage({ rate: 0, concurrency: 16 });
});
afterAll(() => stage.close());

it.skipIf(!hasRedisServer)("kill -9 of one of two workers: its work is resumed within 15 s", async () => {
  const { crew, telegram, agenda } = stage;
  const hands = [await crew.start("worker"), await crew.start("worker")];
  const now = new Date();
  const people = { playground: telegram.playground, agenda };
  const readers = await gatherReaders(people, { count: 2_400, seed: 1, wishMs: now.getTime() - 60_000, now });
  telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: 200 } });
  await Promise.all(hands.map(({ ready }) => ready));
  const due = await makeDue(stage, readers);
  await sleep(due * 1000 - Date.now());
  // Its first tick finds them.
  await crew.start("clock");
  while (telegram.sends.length < 300) await sleep(10);
  const [dead] = crew.living("worker");
  if (dead === undefined) throw new Error("no worker lives");
  await crew.kill(dead);
  await expect.poll(() => stage.isServed(), { timeout: 600_000, interval: 200 }).toBe(true);

  const { killedMs = 0 } = dead;
  const held = telegram.sends.filter(({ worker, spoiled }) => worker === dead.id && spoiled === "unheard");
  const resumedMs = held.map(({ chat, part }) => {
    const again = telegram.sends.find(
      (send) => send.chat === chat && send.part === part && send.worker !== dead.id,
    );
    return (again?.atMs ?? Number.POSITIVE_INFINITY) - killedMs;
  });
  console.log({ held: held.length, resumedMs: Math.max(...resumedMs), firstMs: Math.min(...resumedMs) });
  expect(held.length).toBeGreaterThan(0);
  expect(Math.max(...resumedMs)).toBeLessThanOrEqual(15_000);
  expect(await whatIsWrong(stage, readers, due)).toEqual([]);
});
