// A digest that operators see first: dropped stories, approval, holding back, and what goes out at its time.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import type { DeliveryWorker } from "../../src/delivery/worker.ts";
import { createTick } from "../../src/processes/clock.ts";
import { openPace } from "../../src/processes/rates.ts";
import { openReviews } from "../../src/processes/reviews.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { createEarly } from "../../src/schedule/early.ts";
import { slotOf } from "../../src/schedule/rotation.ts";
import { bare } from "../e2e/chat.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
let queue: DeliveryQueue;
let worker: DeliveryWorker | undefined;
let member = 0;
let slot = 0;

beforeEach(async () => {
  talk = await openTalk(1, { ADMIN_IDS: "1001", SEND_RATE: "0" });
  const { house } = talk.test;
  queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
  member = await talk.test.addReader(1002, { items: 3 });
  slot = (await slotNow()) ?? 0;
  await talk.ask(`/review on ${member}`);
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await queue.close();
  await talk.close();
});

const slotNow = (): Promise<number | null> => createEarly(talk.test.house.main, "mujaz").slotOf(member);
const reviewsAt = (seconds: number) =>
  openReviews(talk.test.house, openPace(talk.test.house), () => new Date(seconds * 1000));
const got = (): string[] =>
  talk.test.playground
    .transcript(2)
    .filter(({ from }) => from === "bot")
    .map(({ text }) => bare(text));
const numbersIn = (text = ""): string[] => [...text.matchAll(/\/a(\d+)/g)].map(([, number = ""]) => number);
const seconds = (): number => Math.floor(Date.now() / 1000);

/** A tick as of an instant, and all that follows. */
async function serve(at: number): Promise<void> {
  await createTick(talk.test.house, queue)(at);
  worker ??= startWorker(talk.test.house);
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
}

describe("a reviewed digest", () => {
  it("is shown half an hour before its time, once, and goes out at its time without what was dropped", async () => {
    expect(await reviewsAt(slot - 31 * 60).round()).toBe(0);
    expect(await reviewsAt(slot - 29 * 60).round()).toBe(1);
    expect(await reviewsAt(slot - 28 * 60).round()).toBe(0);
    expect(got()).toEqual([]);
    const digest = bare(talk.test.playground.transcript(1).at(-2)?.text ?? "");
    const stories = numbersIn(digest);
    expect(stories).toHaveLength(3);
    expect(talk.said()).toMatch(
      /^مراجعة ملخص القارئ رقم ١\n\nخبر ١: .+\nخبر ٢: .+\nخبر ٣: .+\n\nيُرسل ما بقي منه الساعة ٧:٠٠ صباحاً/,
    );
    expect(talk.buttons()).toEqual(["احذف ٣", "احذف ٢", "احذف ١", "احجبه", "أرسله الآن"]);
    await talk.press("احذف ٢");
    await talk.press("احذف ٣");
    await talk.press("أعد ٣");
    expect(talk.buttons().slice(0, 3)).toEqual(["احذف ٣", "أعد ٢", "احذف ١"]);
    await serve(slot);
    expect(numbersIn(got()[0])).toEqual([stories[0], stories[2]]);
    const reader = await talk.test.house.subscribers.byNumber(member);
    expect(reader?.cursor).toBe(await talk.test.house.articles.maxNumber());
    expect(reader?.carry).not.toContain(Number(stories[1]));
    expect(await slotNow()).toBeGreaterThan(slot);
  });

  it("goes out at once when it is approved, and the next one keeps its own time", async () => {
    await reviewsAt(slot - 29 * 60).round();
    await talk.press("أرسله الآن");
    expect(talk.said()).toContain("تمت الموافقة، ويُرسل خلال دقيقة.");
    expect(talk.buttons()).toEqual([]);
    await serve(seconds());
    expect(got()).toHaveLength(1);
    expect(await slotNow()).toBe(slot + 86_400);
  });

  it("does not go out when it is held back; its stories stay for the next one", async () => {
    await reviewsAt(slot - 29 * 60).round();
    await talk.press("احجبه");
    const late = await talk.pressData(`rv:go.${member}.${slot}`);
    expect(late.toast).toBe("اتُّخذ القرار من قبل، أو حان الموعد.");
    await serve(slot);
    expect(got()).toEqual([]);
    expect(await talk.test.house.subscribers.byNumber(member)).toMatchObject({ cursor: 0, carry: [] });
    expect(await slotNow()).toBe(slot + 86_400);
    expect((await talk.test.house.agenda.outcomes())["held"]).toBe(1);
  });

  it("that nobody could see before is shown when it is due, and waits half an hour", async () => {
    const { house } = talk.test;
    const due = seconds() - 5;
    await house.main.zadd("{mujaz}:due", due, String(member));
    await serve(seconds());
    expect(got()).toEqual([]);
    expect(talk.said()).toMatch(/^مراجعة ملخص القارئ رقم ١/);
    const until = slotOf((await house.main.zscore("{mujaz}:due", String(member))) ?? 0);
    expect(until - due).toBeGreaterThanOrEqual(30 * 60);
    const reader = await house.subscribers.byNumber(member);
    if (reader === undefined) throw new Error("the reader is lost");
    const verdictAt = (at: number) => reviewsAt(at).verdict({ member, slot: due }, reader);
    expect(await verdictAt(until - 60)).toEqual({ kind: "later", at: until });
    expect(await verdictAt(until)).toMatchObject({ kind: "go" });
    await talk.press("أرسله الآن");
    await serve(seconds());
    expect(got()).toHaveLength(1);
  });

  it("is what was seen, whatever has come in since", async () => {
    await reviewsAt(slot - 29 * 60).round();
    const stories = numbersIn(talk.test.playground.transcript(1).at(-2)?.text);
    await talk.ask("/pin 1");
    expect(stories).not.toContain("1");
    await serve(slot);
    expect(numbersIn(got()[0])).toEqual(stories);
  });
});

describe("/review", () => {
  it("lists whose digests are reviewed, and ends it", async () => {
    await talk.ask("/review");
    expect(talk.said()).toMatch(/^ملخص واحد تحت المراجعة:\nملخص القارئ رقم ١\n/);
    await talk.ask(`/review off ${member}`);
    expect(talk.said()).toBe("يذهب ملخص القارئ رقم ١ في موعده من دون مراجعة.");
    expect(await reviewsAt(slot - 29 * 60).round()).toBe(0);
    await serve(slot);
    expect(got()).toHaveLength(1);
  });

  it.each(["/review on 99", "/review on @nobody_here", "/review on -100123"])(
    "%s names nobody",
    async (text) => {
      await talk.ask(text);
      expect(talk.said()).toMatch(/^لا قارئ باسم/);
    },
  );
});
