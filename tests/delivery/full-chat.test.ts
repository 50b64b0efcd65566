// A chat that has had all it may get for now: its digest takes no place of those that may be sent, and comes back later.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChatLine } from "../../src/delivery/chatLine.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { createSendPart, type SendNeeds } from "../../src/delivery/sendPart.ts";
import { createGate } from "../../src/runtime/gate.ts";
import { createWaits } from "../../src/runtime/wait.ts";
import { newSubscriber } from "../../src/subscribers/defaults.ts";
import { startRedis, type TestRedis } from "../redis.ts";

const group = -1_001;
const person = 1_001;
const upTo = 9;

/** One send at a time may be under way; `heldMs` are the answers of the pace for the group, one a question. */
function openSending(heldMs: number[]) {
  const sent: number[] = [];
  const stopper = new AbortController();
  const needs: SendNeeds = {
    book: {
      noteUpTo: async (_member, slot) => ({ slot, parts: 0, upTo }),
      notePart: async () => undefined,
      record: async () => undefined,
    },
    untimely: { isNight: () => false },
    ledger: { begin: async () => true },
    async send({ chat }) {
      sent.push(chat);
      return { kind: "sent", messageId: sent.length };
    },
    pace: {
      take: async () => undefined,
      async takeIfFree(_lane, signal, chat) {
        signal.throwIfAborted();
        return chat === group ? (heldMs.shift() ?? 0) : 0;
      },
      answered: () => undefined,
      throttled: async () => undefined,
    },
    gate: createGate(1),
    stopping: stopper.signal,
    report: () => undefined,
  };
  const sendPart = createSendPart(needs);
  const now = new Date("2026-11-27T07:00:00Z");
  const usual = { thread: null, locale: "ar", zone: "Africa/Cairo", times: ["07:00"], items: 5 } as const;
  const send = (chat: number) => {
    const kind = chat < 0 ? "group" : "private";
    const reader = newSubscriber({ ...usual, chat, kind, length: "standard", now });
    const turn = { job: { member: Math.abs(chat), slot: 7 }, reader, isOurs: () => true, upTo };
    return sendPart(turn, { html: "موجز", sent: 1 }); // a digest
  };
  return { send, sent, stop: () => stopper.abort() };
}

describe("a digest whose chat must wait", () => {
  it("lets others be sent meanwhile, and is sent when its time has come", async () => {
    const { send, sent } = openSending([20, 20]);
    const outcomes = await Promise.all([send(group), send(person)]);
    expect(sent).toEqual([person, group]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "sent"]);
  });

  it("is not waited for where the chat's minute is full, and comes back behind those that left before", async () => {
    const { send, sent } = openSending([40_000, 40_000]);
    const outcomes = [await send(group), await send(group)];
    expect(sent).toEqual([]);
    const [first = 0, second = 0] = outcomes.map((outcome) => (outcome.kind === "full" ? outcome.ms : 0));
    expect(first).toBeCloseTo(40_000, 3); // the delay is what is left to a moment of a fractional clock
    expect(second).toBeGreaterThan(first + 1_000);
  });

  it("is given up at once where the worker stops", async () => {
    const { send, sent, stop } = openSending([4_900]);
    const outcome = send(group);
    await send(person);
    stop();
    await expect(outcome).resolves.toEqual({ kind: "stopped" });
    expect(sent).toEqual([person]);
  });
});

it("has those who leave one chat come back one by one, and forgets who is back", () => {
  let now = 0;
  const line = createChatLine(() => now);
  expect([line(group, 5_000), line(group, 5_000), line(person, 5_000)]).toEqual([5_000, 6_100, 5_000]);
  now = 1_000;
  // The group has more room than it seemed, but two are to come before.
  expect(line(group, 500)).toBe(6_200);
  now = 8_000;
  expect(line(group, 500)).toBe(500);
});

it("ends all waits of one signal together, and none begins after it", async () => {
  const stopper = new AbortController();
  const wait = createWaits(stopper.signal);
  const waits = Array.from({ length: 20 }, () => wait(60_000));
  await wait(1);
  stopper.abort();
  await Promise.all([...waits, wait(60_000)]);
});

describe("the pace, asked for a turn only where the chat is free", () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  it("gives no turn to a full group, and says how long it must wait", async () => {
    const client = redis.connect();
    const pace = createPace(redis.connect(), "full", 1_000);
    const { signal } = new AbortController();
    const [seconds] = await client.time();
    const past = Array.from({ length: 20 }, (_, index) => (Number(seconds) - 30 + index) * 1e6);
    await client.rpush(`{full}:pace:chat:${group}`, ...past);
    const heldMs = await pace.takeIfFree("digest", signal, group);
    expect(heldMs).toBeGreaterThan(28_000);
    expect(heldMs).toBeLessThan(31_000);
    expect(await client.hget("{full}:pace:ring", "n")).toBeNull();
    expect(await pace.takeIfFree("digest", signal, person)).toBe(0);
    expect(await client.hget("{full}:pace:ring", "n")).toBe("1");
    // A person's second holds too.
    expect(await pace.takeIfFree("digest", signal, person)).toBeGreaterThan(500);
  });

  it("has no limit of one chat where there is none of ours", async () => {
    const pace = createPace(redis.connect(), "none", 0);
    const { signal } = new AbortController();
    expect(await pace.takeIfFree("digest", signal, group)).toBe(0);
    expect(await pace.takeIfFree("digest", signal, group)).toBe(0);
  });
});
