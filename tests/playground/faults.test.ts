// Bad days by chance: which calls they strike, whether the effect was had, and what who listens is told of it.
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Call } from "../../src/playground/calls.ts";
import { type FaultKind, Faults } from "../../src/playground/faults.ts";
import { refusal, type Server, startPlayground } from "./server.ts";

let server: Server;
const [first, count] = [7_000_000_000, 200];
const crowd = Array.from({ length: count }, (_, index) => first + index);

beforeAll(async () => {
  server = await startPlayground();
  server.playground.addCrowd({ first, count });
});
afterAll(() => server.close());
afterEach(() => server.playground.clearFaults());

/** Sends to each chat in turn; gives those whose call a fault struck. */
async function struck(chats: readonly number[]): Promise<readonly number[]> {
  const { telegram } = server.client();
  const found: number[] = [];
  for (const chat of chats) {
    await telegram.sendMessage(chat, "صباح الخير").catch(() => found.push(chat)); // "good morning"
  }
  return found;
}

const broken = { type: "error", code: 502, description: "Bad Gateway" } as const;

it("strikes about the share that was asked for, the same chats for the same seed in any order", async () => {
  const plan = (seed: number) =>
    server.playground.fail({ method: "sendMessage", kind: broken, chance: { of: 0.2, seed } });
  plan(5);
  const once = await struck(crowd);
  expect(once.length).toBeGreaterThan(count * 0.1);
  expect(once.length).toBeLessThan(count * 0.3);
  server.playground.clearFaults();
  plan(5);
  expect((await struck(crowd.toReversed())).toReversed()).toEqual(once);
  server.playground.clearFaults();
  plan(6);
  expect(await struck(crowd)).not.toEqual(once);
});

it("decides anew for each call of a chat, so that a second try may go well", async () => {
  server.playground.fail({ kind: broken, chance: { of: 0.5, seed: 3 } });
  const tries = await struck(Array.from({ length: 60 }, () => first));
  expect(tries.length).toBeGreaterThan(15);
  expect(tries.length).toBeLessThan(45);
});

it("a burst refuses everyone until its seconds are over, and says how many are left", () => {
  let nowMs = 1_000_000;
  const faults = new Faults(() => nowMs);
  const kind = { type: "error", code: 429, description: "Too Many Requests", retryAfter: [5, 9] } as const;
  faults.add({ kind, chance: { of: 0.1, seed: 4, isBurst: true } });
  const after = (chat: number): unknown => {
    const struck = faults.strike("sendMessage", chat);
    return struck?.type === "error" ? struck.retryAfter : undefined;
  };
  const begin = crowd.find((chat) => after(chat) !== undefined) ?? 0;
  expect(begin).toBeGreaterThan(first);
  const left = crowd.map(after);
  const [seconds] = left;
  expect(seconds).toBeGreaterThanOrEqual(5);
  expect(seconds).toBeLessThanOrEqual(9);
  expect(new Set(left)).toEqual(new Set([seconds]));
  nowMs += 3_200;
  expect(after(begin)).toBe(Number(seconds) - 3);
  nowMs += Number(seconds) * 1000;
  expect(crowd.slice(0, 5).map(after)).not.toEqual([1, 1, 1, 1, 1]);
});

it.each<[string, FaultKind, boolean]>([
  ["an error before", broken, false],
  ["an error after", { ...broken, when: "after" }, true],
  ["a reset before", { type: "reset", when: "before" }, false],
  ["a reset after", { type: "reset", when: "after" }, true],
  ["a cut answer", { type: "cut" }, true],
])(
  "%s: the caller gets no answer it can use, and who listens knows what was done",
  async (_, kind, isDone) => {
    const chat = first + 1;
    const before = server.playground.transcriptOf(chat).length;
    const calls: Call[] = [];
    const end = server.playground.onCall((call) => calls.push(call));
    server.playground.fail({ kind, times: 1 });
    const response = fetch(`${server.address}/bot42:playground/sendMessage?chat_id=${chat}&text=x`);
    const usable = await response
      .then((answer) => answer.json())
      .then(
        (json) => (json as { ok: boolean }).ok,
        () => false,
      );
    end();
    expect(usable).toBe(false);
    expect(server.playground.transcriptOf(chat)).toHaveLength(before + (isDone ? 1 : 0));
    expect(calls).toEqual([expect.objectContaining({ isDone, fault: kind })]);
  },
);

it("a crowd may be written to, block the bot, and ends where it ends", async () => {
  const { telegram } = server.client();
  server.playground.blockIn(first + 2, true);
  expect(await refusal(telegram.sendMessage(first + 2, "x"))).toMatchObject({ code: 403 });
  expect(await refusal(telegram.sendMessage(first + count, "x"))).toMatchObject({ code: 400 });
  expect(() => server.playground.blockIn(first - 1, true)).toThrow("no private chat");
});
