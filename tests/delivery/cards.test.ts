// A digest with its card, from the slot to the chat: the picture first, the text whatever becomes of it, nothing twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../src/playground/chat.ts";
import { createTick } from "../../src/processes/clock.ts";
import { bare } from "../e2e/chat.ts";
import { openPost, type Post } from "./post.ts";

let post: Post;
let test: Post["test"];
const photos: number[] = [];
beforeAll(async () => {
  post = await openPost({ sendRate: 0, attempts: 3, card: "all" });
  ({ test } = post);
  test.playground.onCall(({ method, params }) => {
    if (method.toLowerCase() === "sendphoto") photos.push(Number(params["chat_id"]));
  });
});
beforeEach(() => {
  post.work();
  test.playground.clearFaults();
  photos.length = 0;
});
afterAll(() => post.close());

async function claim(chat: number, settings: object): Promise<number> {
  const member = await test.addReader(chat, { cursor: 0, ...settings });
  await createTick(test.house, post.queue)(await post.dueAt(member));
  return member;
}

/** Everything that the next slot brings; the reader is off the index afterwards. */
async function serve(chat: number, settings: object = {}): Promise<readonly Message[]> {
  const before = test.playground.transcriptOf(chat).length;
  const member = await claim(chat, settings);
  await finish(member);
  return test.playground.transcriptOf(chat).slice(before);
}

async function finish(member: number): Promise<void> {
  await expect.poll(() => post.queue.unfinished(), { timeout: 20_000 }).toBe(0);
  expect(await test.house.subscribers.byNumber(member)).toMatchObject({ status: "active" });
  await test.house.agenda.retire(member, "unsubscribed");
}

const outcome = async (name: string): Promise<number> =>
  Number((await test.house.agenda.outcomes())[name] ?? 0);

const kinds = (sent: readonly Message[]): string[] => sent.map(({ media }) => media?.type ?? "text");

const channel = { kind: "channel", length: "headlines", items: 3 };

describe("a digest with a card", () => {
  it("comes as a picture with its headlines as text, and then in full with its buttons", async () => {
    const sent = await serve(1001, { items: 4 });
    expect(kinds(sent)).toEqual(["photo", "text"]);
    const [card, text] = sent.map((message) => bare(message.text).split("\n"));
    expect(card?.[0]).toBe(text?.[0]);
    const headlines = card?.filter((line) => /^[\d٠-٩]\. /.test(line)) ?? [];
    expect(headlines).toHaveLength(4);
    expect(text?.filter((line) => headlines.includes(line))).toEqual(headlines);
    expect(sent.map(({ keyboard = [] }) => keyboard.length > 0)).toEqual([false, true]);
    const picture = sent[0] === undefined ? undefined : test.playground.fileOf(sent[0]);
    expect(Buffer.from(picture?.bytes ?? []).toString("latin1", 1, 4)).toBe("PNG");
  });

  it("is one message where the whole digest fits below the picture", async () => {
    const { id } = test.playground.makeChannel({ title: "قناة المرفأ" });
    test.playground.addBot(id);
    const sent = await serve(id, channel);
    expect(kinds(sent)).toEqual(["photo"]);
    expect(bare(sent[0]?.text ?? "").match(/^\u200f?[\d٠-٩]\. /gm)).toHaveLength(3);
  });

  it("has none for who wants no pictures", async () => {
    expect(kinds(await serve(1002, { previews: false }))).toEqual(["text"]);
  });
});

describe("a card that Telegram does not take", () => {
  it.each(["IMAGE_PROCESS_FAILED", "not enough rights to send photos to the chat"])(
    "%s: the text comes alone, the reader stays, and it is on record",
    async (words) => {
      const before = await outcome("card-refused");
      const description = `Bad Request: ${words}`;
      test.playground.fail({ method: "sendPhoto", kind: { type: "error", code: 400, description } });
      const { id } = test.playground.makeChannel({ title: "قناة الميناء" });
      test.playground.addBot(id);
      expect(kinds(await serve(1003))).toEqual(["text"]);
      expect(kinds(await serve(id, channel))).toEqual(["text"]);
      expect(await outcome("card-refused")).toBe(before + 2);
    },
  );

  it("whose answer is lost does not come a second time, and its text follows", async () => {
    test.playground.fail({ method: "sendPhoto", kind: { type: "reset", when: "after" } });
    expect(kinds(await serve(1004))).toEqual(["photo", "text"]);
    expect(photos).toHaveLength(1);
    expect(await outcome("card-failed")).toBe(1);
  });

  it("and never arrives costs a digest that is one message an attempt, not its text", async () => {
    test.playground.fail({ method: "sendPhoto", kind: { type: "reset", when: "before" } });
    const { id } = test.playground.makeChannel({ title: "قناة الرصيف" });
    test.playground.addBot(id);
    expect(kinds(await serve(id, channel))).toEqual(["text"]);
    expect(photos).toHaveLength(1);
  });
});

describe("a worker that ends between card and text", () => {
  it("leaves the text to the next one, which sends no second card", async () => {
    await post.rest();
    // The picture arrives; each text is refused until the second worker comes.
    test.playground.fail({
      method: "sendMessage",
      kind: { type: "error", code: 500, description: "Internal" },
    });
    const member = await claim(1005, {});
    post.work();
    await expect
      .poll(async () => (await test.house.agenda.pending(member))?.parts, { timeout: 20_000 })
      .toBe(0.5);
    await post.rest();
    test.playground.clearFaults();
    post.work();
    await finish(member);
    expect(kinds(test.playground.transcriptOf(1005))).toEqual(["photo", "text"]);
    expect(photos).toEqual([1005]);
  });
});
