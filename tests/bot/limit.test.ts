// Who asks too often is told so once, and then not answered until the minute is over; buttons are always answered.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLimit, usualLimits } from "../../src/bot/limit.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
const open = async (extra: Readonly<Record<string, string>> = {}): Promise<void> => {
  talk = await openTalk(1, { SEND_RATE: "0", ...extra }, usualLimits);
};
afterEach(() => talk.close());

const notice = "طلبات كثيرة في دقيقة واحدة. انتظر قليلاً ثم تابع.";

describe("twenty commands a minute", () => {
  beforeEach(() => open());

  it("are answered, the next is told to wait, and what follows is silence", async () => {
    for (let count = 0; count < 20; count += 1) expect(await talk.ask("/start")).toHaveLength(1);
    expect(talk.said()).not.toBe(notice);
    await talk.ask("كلام حر");
    expect(talk.said()).toBe(notice);
    for (const text of ["/start", "/digest", "كلام"]) expect(await talk.ask(text)).toEqual([]);
  });

  it("are over when the minute is, which Redis counts for every process", async () => {
    const { main } = talk.test.house;
    const other = createLimit(talk.test.house.redis.connect("other"), "mujaz");
    for (let count = 0; count < 10; count += 1) await talk.ask("/start");
    for (let count = 0; count < 10; count += 1) expect(await other.take(1001, "command")).toBe("go");
    await talk.ask("/start");
    expect(talk.said()).toBe(notice);
    const [key = ""] = await main.keys("{mujaz}:limit:*");
    const left = await main.pttl(key);
    expect(left > 0 && left <= 60_000).toBe(true);
    await main.del(key); // As its end does.
    await talk.ask("/start");
    expect(talk.said()).toMatch(/^مرحباً بك في موجز/);
  });

  it("do not count what people of a group say to each other", async () => {
    const { playground, house } = talk.test;
    const { id } = playground.makeGroup({ title: "جيران", members: [1, 2] });
    for (let count = 0; count < 30; count += 1) playground.sayIn(id, 2, "صباح الخير");
    playground.sayIn(id, 2, "/latest");
    for (const update of await talk.updates()) await talk.handle(update);
    expect(playground.transcriptOf(id).filter(({ from }) => from === "bot")).toHaveLength(1);
    expect(await house.main.keys("{mujaz}:limit:*")).toHaveLength(1);
  });

  it("are each person's own, also in a group", async () => {
    const { playground } = talk.test;
    const { id } = playground.makeGroup({ title: "جيران", members: [1, 2, 3] });
    for (let count = 0; count < 25; count += 1) playground.sayIn(id, 2, "/latest");
    playground.sayIn(id, 3, "/latest");
    for (const update of await talk.updates()) await talk.handle(update);
    expect(playground.transcriptOf(id).filter(({ from }) => from === "bot")).toHaveLength(22);
  });
});

describe("sixty buttons a minute", () => {
  it("do what they say, the next says to wait, and what follows is answered without a word", async () => {
    await open();
    await talk.ask("/settings");
    for (let count = 0; count < 60; count += 1) await talk.pressData(count % 2 ? "settings:" : "length:");
    expect(await talk.pressData("length:")).toEqual({ shown: [], toast: notice });
    expect(await talk.pressData("length:")).toEqual({ shown: [], toast: undefined });
    expect(await talk.ask("/start")).toHaveLength(1);
  });
});

describe("an operator", () => {
  it("is not held back", async () => {
    await open({ ADMIN_IDS: "1001" });
    for (let count = 0; count < 25; count += 1) expect(await talk.ask("/start")).toHaveLength(1);
  });
});
