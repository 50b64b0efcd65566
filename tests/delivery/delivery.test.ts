// Delivery through real parts: claim, BullMQ, the worker, telegraf over HTTP, and every answer Telegram may give.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import { toLatinDigits } from "../../src/text/digits.ts";
import { openPost, type Post } from "./post.ts";

let post: Post;
let test: Post["test"];
let queue: Post["queue"];
let dueAt: Post["dueAt"];

beforeAll(async () => {
  post = await openPost({ sendRate: 0, attempts: 3 });
  ({ test, queue, dueAt } = post);
});
afterEach(async () => {
  await post.rest();
  test.playground.clearFaults();
});
afterAll(() => post.close());

const seconds = (): number => Math.floor(Date.now() / 1000);

/** People 1..6 have chats 1001..1006; each test takes one of its own. */
const chatOf = (user: number): number => 1000 + user;

/** One tick as of the slot, and everything that follows from it. */
async function serve(slot: number): Promise<number> {
  const { queued } = await createTick(test.house, queue)(slot);
  post.work();
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  return queued;
}

const sentTo = (user: number): number =>
  test.playground.transcript(user).filter(({ from }) => from === "bot").length;

const error = (code: number, description: string, retryAfter?: number) =>
  ({ type: "error", code, description, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

describe("a due slot", () => {
  it("is sent once, moves the reader's past on, and places the next slot", async () => {
    const member = await test.addReader(chatOf(1));
    const slot = await dueAt(member);
    expect(await serve(slot)).toBe(1);
    expect(sentTo(1)).toBe(1);
    const reader = await test.house.subscribers.byNumber(member);
    expect(reader?.cursor).toBe(await test.house.articles.maxNumber());
    expect(reader?.carry).toHaveLength(8);
    expect(await dueAt(member)).toBeGreaterThan(slot);
    expect(await test.house.agenda.pending(member)).toBeNull();
    expect(await serve(slot)).toBe(0);
    expect(sentTo(1)).toBe(1);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("is not sent to a reader who left between the claim and the send", async () => {
    const member = await test.addReader(chatOf(2));
    const slot = await dueAt(member);
    await createTick(test.house, queue)(slot);
    await test.house.agenda.change(member, { status: "inactive", reason: "unsubscribed" }, new Date());
    await serve(slot);
    expect(sentTo(2)).toBe(0);
    expect(await test.house.main.zscore("{mujaz}:due", String(member))).toBeNull();
  });

  it("comes again with the same slot when the clock died between the claim and the queue", async () => {
    const member = await test.addReader(chatOf(2));
    const slot = await dueAt(member);
    const lost = await test.house.agenda.claim({ now: slot, limit: 10, leaseSeconds: 30 });
    expect(lost).toEqual([{ member, slot }]);
    expect(await serve(slot + 29)).toBe(0);
    expect(await serve(slot + 31)).toBe(1);
    expect(sentTo(2)).toBe(1);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("older than the grace is put on record as late, and not sent", async () => {
    // Due an hour and a minute from now, and 13 h ago: no slot lies between that may still be sent.
    const wish = new Date(Date.now() + 61 * 60_000).toISOString().slice(11, 16);
    const member = await test.addReader(chatOf(3), { zone: "UTC", times: [wish] });
    const old = seconds() - 13 * 3600;
    await test.house.main.zadd("{mujaz}:due", old, String(member));
    await serve(seconds());
    expect(sentTo(3)).toBe(0);
    expect((await test.house.agenda.outcomes())["late"]).toBe(1);
    expect(await dueAt(member)).toBeGreaterThan(seconds());
    await test.house.agenda.retire(member, "unsubscribed");
  });
});

describe("an answer of Telegram", () => {
  async function reader(user: number): Promise<{ member: number; slot: number }> {
    const member = await test.addReader(chatOf(user), { cursor: 0 });
    return { member, slot: await dueAt(member) };
  }

  it("429 delays that digest for as long as it says; it comes once", async () => {
    const { member, slot } = await reader(4);
    test.playground.fail({
      method: "sendMessage",
      times: 1,
      kind: error(429, "Too Many Requests: retry after 1", 1),
    });
    const before = Date.now();
    await serve(slot);
    // A tenth of a second more than Telegram says: its clock and ours may differ a little.
    expect(Date.now() - before).toBeGreaterThanOrEqual(1100);
    expect(sentTo(4)).toBe(1);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("5xx and a broken connection are tried again; it comes once", async () => {
    const { member, slot } = await reader(5);
    test.playground.fail({ method: "sendMessage", times: 1, kind: error(502, "Bad Gateway") });
    test.playground.fail({ method: "sendMessage", times: 1, kind: { type: "reset", when: "before" } });
    await serve(slot);
    expect(sentTo(5)).toBe(1);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("lost after it was accepted may repeat that one message, and no more", async () => {
    const { member, slot } = await reader(6);
    test.playground.fail({ method: "sendMessage", times: 1, kind: { type: "reset", when: "after" } });
    await serve(slot);
    expect(sentTo(6)).toBe(2);
    expect(await test.house.agenda.pending(member)).toBeNull();
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("5xx without end gives the slot back to the lease, the digest comes later", async () => {
    const { member, slot } = await reader(5);
    const before = sentTo(5);
    test.playground.fail({ method: "sendMessage", times: 3, kind: error(500, "Internal Server Error") });
    await serve(slot);
    await expect
      .poll(async () => (await dueAt(member)) - seconds(), { timeout: 5_000 })
      .toBeLessThanOrEqual(31);
    expect(sentTo(5)).toBe(before);
    expect(await test.house.agenda.pending(member)).toMatchObject({ slot });
    await serve(Math.max(await dueAt(member), slot));
    expect(sentTo(5)).toBe(before + 1);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("403 makes the reader inactive with the reason, and no slot stays", async () => {
    const { member, slot } = await reader(6);
    test.playground.block(6, true);
    await serve(slot);
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({
      status: "inactive",
      reason: "blocked",
    });
    expect(await test.house.main.zscore("{mujaz}:due", String(member))).toBeNull();
    expect(await test.house.agenda.pending(member)).toBeNull();
  });

  it("chat not found is the same as gone", async () => {
    const member = await test.addReader(777_000_111);
    await serve(await dueAt(member));
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({
      status: "inactive",
      reason: "not-found",
    });
  });

  it("no right to write ends it too, with its own reason, and no slot stays", async () => {
    const { member, slot } = await reader(2);
    const description = "Bad Request: not enough rights to send text messages to the chat";
    test.playground.fail({ method: "sendMessage", times: 1, kind: error(400, description) });
    await serve(slot);
    const known = await test.house.subscribers.byNumber(member);
    expect(known).toMatchObject({ status: "inactive", reason: "no-rights" });
    expect(await test.house.main.zscore("{mujaz}:due", String(member))).toBeNull();
    expect(await test.house.agenda.pending(member)).toBeNull();
    expect(await test.house.agenda.listDead()).toEqual([]);
  });

  it("can't parse entities: the text comes plain, once", async () => {
    const { member, slot } = await reader(4);
    const before = sentTo(4);
    const description = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0';
    test.playground.fail({ method: "sendMessage", times: 1, kind: error(400, description) });
    await serve(slot);
    expect(sentTo(4)).toBe(before + 1);
    const last = test.playground.transcript(4).at(-1);
    expect(last?.entities.every(({ type }) => type === "bot_command" || type === "url")).toBe(true);
    await test.house.agenda.retire(member, "unsubscribed");
  });

  it("a refusal without a cure becomes a dead letter with its reason", async () => {
    const { member, slot } = await reader(4);
    test.playground.fail({ method: "sendMessage", times: 1, kind: error(400, "Bad Request: something new") });
    await serve(slot);
    const [letter] = await test.house.agenda.listDead();
    expect(letter).toMatchObject({ member, slot, chat: chatOf(4) });
    expect(letter?.why).toContain("refused");
    await test.house.agenda.retire(member, "unsubscribed");
  });
});

describe("a digest of several messages", () => {
  it("goes on where it broke off: what was sent is not sent again", async () => {
    const member = await test.addReader(chatOf(2), { items: 20, length: "long", cursor: 0 });
    const before = sentTo(2);
    const kind = { type: "reset", when: "before" } as const;
    test.playground.fail({ method: "sendMessage", chat: chatOf(2), skip: 1, times: 2, kind });
    await serve(await dueAt(member));
    const parts = test.playground.transcript(2).slice(-(sentTo(2) - before));
    expect(parts.length).toBeGreaterThan(1);
    const numbered = parts.map(({ text }) => toLatinDigits(/\((?:\u2068)?([٠-٩]+)/.exec(text)?.[1] ?? ""));
    expect(numbered).toEqual(parts.map((_, index) => String(index + 1)));
    await test.house.agenda.retire(member, "unsubscribed");
  });
});

describe("a group that became a supergroup", () => {
  it("gets its digest in the new chat, and the record moves with it", async () => {
    const member = await test.addReader(chatOf(1), { cursor: 0 });
    const before = sentTo(3);
    test.playground.migrate(1, 3);
    await test.house.agenda.retire(
      (await test.house.subscribers.numberOf(chatOf(3), null)) ?? 0,
      "unsubscribed",
    );
    await serve(await dueAt(member));
    expect(sentTo(3)).toBe(before + 1);
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({
      chat: chatOf(3),
      status: "active",
    });
    expect(await test.house.subscribers.numberOf(chatOf(1), null)).toBeUndefined();
    await test.house.agenda.retire(member, "unsubscribed");
  });
});

describe("composition", () => {
  it("is shared by all readers who are alike, and not by those who are not", async () => {
    const { compose, subscribers } = test.house;
    const [one, two, three] = await Promise.all([
      test.addReader(900_001, { topics: ["health", "science"] }),
      test.addReader(900_002, { topics: ["science", "health"] }),
      test.addReader(900_003, { topics: ["science"] }),
    ]);
    const now = new Date();
    const [a, b, c] = await Promise.all(
      [one, two, three].map(async (member) => {
        const reader = await subscribers.byNumber(member);
        if (reader === undefined) throw new Error("no reader");
        return compose(reader, { now });
      }),
    );
    expect(b?.parts).toBe(a?.parts);
    expect(c?.parts).not.toBe(a?.parts);
    for (const story of c?.stories ?? []) expect(story.lead.topics).toContain("science");
  });
});
