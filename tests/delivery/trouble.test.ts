// Digests that wait for their turn, and refusals that end in something better than nothing: on real parts.
import { describe, it, type TestContext } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import type { TestHouse } from "../house.ts";
import { openPost, type Post } from "./post.ts";

const stopKey = "{mujaz}:pace:stop";

/** Never waited out when all is well. */
const patience = { timeout: 20_000 };

const chatOf = (user: number): number => 1000 + user;

interface Desk {
  readonly post: Post;
  readonly test: TestHouse;
  readonly queue: Post["queue"];
  /** A reader who gets everything anew, and whose slot has been claimed and queued. */
  queued(chat: number, settings?: object): Promise<number>;
  finish(): Promise<void>;
  /** The worker has composed the digest, and waits for its turn. */
  untilItWaits(): Promise<void>;
  textsTo(user: number): string[];
}

/** A house for each test: they only wait, so they do it at the same time. */
async function openDesk({ expect, onTestFinished }: TestContext): Promise<Desk> {
  const post = await openPost({ sendRate: 1000, attempts: 1 });
  onTestFinished(() => post.close());
  const { test, queue } = post;
  return {
    post,
    test,
    queue,
    async queued(chat, settings = {}) {
      const member = await test.addReader(chat, { cursor: 0, ...settings });
      await createTick(test.house, queue)(await post.dueAt(member));
      return member;
    },
    async finish() {
      post.work();
      await expect.poll(() => queue.unfinished(), patience).toBe(0);
    },
    async untilItWaits() {
      const before = post.composed();
      post.work();
      await expect.poll(post.composed, patience).toBeGreaterThan(before);
    },
    textsTo: (user) =>
      test.playground.transcript(user).flatMap(({ from, text }) => (from === "bot" ? [text] : [])),
  };
}

const refusal = (description: string) => ({ type: "error", code: 400, description }) as const;

describe.concurrent("a digest that waits for its turn", () => {
  it("is not sent to a reader who leaves meanwhile", async (context) => {
    const { expect } = context;
    const { test, queued, finish, untilItWaits, textsTo } = await openDesk(context);
    await test.house.main.set(stopKey, "1", "PX", 1_500);
    const member = await queued(chatOf(1));
    await untilItWaits();
    const gone = { status: "inactive", reason: "unsubscribed" } as const;
    await test.house.agenda.change(member, gone, new Date());
    await finish();
    expect(textsTo(1)).toEqual([]);
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({ ...gone, cursor: 0 });
  });

  it("goes back to the queue when its worker stops, which is no attempt, and comes once", async (context) => {
    const { expect } = context;
    const { post, test, queue, queued, finish, untilItWaits, textsTo } = await openDesk(context);
    await test.house.main.set(stopKey, "1", "PX", 600_000);
    await queued(chatOf(1));
    await untilItWaits();
    await post.rest();
    expect(await queue.unfinished()).toBe(1);
    expect(textsTo(1)).toEqual([]);
    await test.house.main.del(stopKey);
    await finish();
    expect(textsTo(1)).toHaveLength(1);
  });
});

describe.concurrent("429", () => {
  const tooMany = (retryAfter: number) =>
    ({ type: "error", code: 429, description: "Too Many Requests", retryAfter }) as const;

  it("of one chat holds no other, and is no attempt", async (context) => {
    const { expect } = context;
    const { post, test, queued, finish, textsTo } = await openDesk(context);
    test.playground.fail({ method: "sendMessage", chat: chatOf(2), times: 2, kind: tooMany(1) });
    await queued(chatOf(2));
    await queued(chatOf(3));
    post.work();
    await test.playground.waitFor(3, ({ from }) => from === "bot");
    expect(textsTo(2)).toEqual([]);
    expect(await test.house.main.exists(stopKey)).toBe(0);
    await finish();
    expect([textsTo(2).length, textsTo(3).length]).toEqual([1, 1]);
  });

  // Alone: the two answers have to come within one second.
  it.sequential("of two chats within a second stops everyone", async (context) => {
    const { expect } = context;
    const { post, test, queued, finish, textsTo } = await openDesk(context);
    test.playground.fail({ method: "sendMessage", times: 2, kind: tooMany(2) });
    await queued(chatOf(4));
    await queued(chatOf(5));
    post.work();
    await expect.poll(() => test.house.main.exists(stopKey), patience).toBe(1);
    expect([textsTo(4), textsTo(5)]).toEqual([[], []]);
    await finish();
    expect([textsTo(4).length, textsTo(5).length]).toEqual([1, 1]);
  });
});

describe.concurrent("a group that became a supergroup which reads already", () => {
  it("gets one digest: that of the reader who stays", async (context) => {
    const { expect } = context;
    const { test, queued, finish, textsTo } = await openDesk(context);
    // The chat that stays is the one that was known first.
    const known = await test.addReader(chatOf(5), { cursor: 0, times: ["12:34"] });
    const moving = await queued(chatOf(6));
    await test.house.agenda.retire(known, "unsubscribed");
    await test.house.agenda.change(known, { status: "active", reason: "" }, new Date());
    expect(moving).toBeGreaterThan(known);
    test.playground.migrate(6, 5);
    const before = textsTo(5).length;
    await finish();
    expect(textsTo(5)).toHaveLength(before);
    expect(await test.house.subscribers.byNumber(moving)).toBeUndefined();
    expect(await test.house.subscribers.numberOf(chatOf(5), null)).toBe(known);
  });
});

describe.concurrent("a topic of a forum that is gone", () => {
  it("sends the group its digest this once, tells its admins, and ends that subscription", async (context) => {
    const { expect } = context;
    const { post, test, queue, finish, textsTo } = await openDesk(context);
    const kind = refusal("Bad Request: message thread not found");
    test.playground.fail({ method: "sendMessage", chat: chatOf(2), times: 1, kind });
    const before = textsTo(2).length;
    await test.addReader(chatOf(2), { thread: 7, kind: "group" });
    const member = (await test.house.subscribers.numberOf(chatOf(2), 7)) ?? 0;
    await createTick(test.house, queue)(await post.dueAt(member));
    await finish();
    const [digest, notice] = textsTo(2).slice(before);
    expect(digest).toMatch(/^موجز /);
    expect(notice).toContain("للمشرفين");
    expect(notice).toContain("/subscribe");
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({
      status: "inactive",
      reason: "thread-not-found",
    });
    expect(await test.house.main.zscore("{mujaz}:due", String(member))).toBeNull();
  });
});

describe.concurrent("a message that Telegram refuses", () => {
  it("for its markup is on record as our bug", async (context) => {
    const { expect } = context;
    const { test, queued, finish } = await openDesk(context);
    const kind = refusal("Bad Request: can't parse entities: x");
    test.playground.fail({ method: "sendMessage", times: 1, kind });
    await queued(chatOf(3));
    await finish();
    expect((await test.house.agenda.outcomes())["markup-refused"]).toBe(1);
  });

  it.for(["message is too long", "something new"])(
    "(%s) is a dead letter; sent again it brings the stories that it held back",
    async (why, context) => {
      const { expect } = context;
      const { test, queue, queued, finish, textsTo } = await openDesk(context);
      const kind = refusal(`Bad Request: ${why}`);
      test.playground.fail({ method: "sendMessage", chat: chatOf(4), times: 1, kind });
      await queued(chatOf(4), { carry: [] });
      const before = textsTo(4).length;
      await finish();
      expect(textsTo(4)).toHaveLength(before);
      const [letter] = await test.house.agenda.listDead();
      const taken = await test.house.agenda.takeDead(letter?.id ?? "");
      if (taken === undefined) throw new Error("no letter");
      expect(taken.stories).toHaveLength(5);
      expect(await test.house.agenda.resend(taken, Math.floor(Date.now() / 1000))).toBe(true);
      await createTick(test.house, queue)(null);
      await finish();
      const again = textsTo(4).at(-1) ?? "";
      const numbers = [...again.matchAll(/\/a(\d+)/g)].map(([, number]) => Number(number));
      expect(textsTo(4)).toHaveLength(before + 1);
      expect(numbers.length).toBeGreaterThan(0);
    },
  );
});
