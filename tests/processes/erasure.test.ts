// Readers who left are erased after 90 days, with everything that is kept of them; time is moved by the test.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createErasing } from "../../src/processes/erasure.ts";
import { createInactive } from "../../src/schedule/inactive.ts";
import { mentions, readEverything } from "../bot/everything.ts";
import { openTalk, type Talk } from "../bot/talk.ts";

const dayMs = 86_400_000;

describe("inactive readers", () => {
  let talk: Talk;
  let now: Date;
  beforeEach(async () => {
    talk = await openTalk();
    // Readers' numbers that nothing else in the store looks like.
    await talk.test.house.main.set("{mujaz}:reader:next", 7_770);
    now = new Date("2031-03-01T03:00:00Z");
  });
  afterEach(() => talk.close());

  /** The night of so many days later; gives how many were erased. */
  async function night(daysLater: number): Promise<number | null> {
    now = new Date(now.getTime() + daysLater * dayMs);
    const erasing = createErasing(talk.test.house, () => now);
    return erasing.round().finally(() => erasing.close());
  }
  const numberOf = async (chat: number): Promise<number> =>
    (await talk.test.house.subscribers.numberOf(chat, null)) ?? 0;

  it("stay for 90 days after the night in which they were first seen to be, and then nothing is left of them", async () => {
    const { house, addReader } = talk.test;
    const { main, agenda } = house;
    await talk.ask("/subscribe");
    await talk.ask("/follow زنجبيلوس"); // a word that stands in no article
    await talk.pressData("switch:alerts.on");
    await talk.ask("/a3");
    await talk.pressData("save:3");
    const number = await numberOf(1001);
    await agenda.bury({ member: number, slot: 5, chat: 1001, why: "refused: other", at: now.toISOString() });
    await agenda.retire(number, "blocked");
    const stays = await addReader(2002);
    expect(await night(0)).toBe(0);
    expect(await night(89)).toBe(0);
    expect(await numberOf(1001)).toBe(number);
    expect(await night(1)).toBe(1);
    const everything = await readEverything(main);
    expect(mentions(everything, [1001, number, "زنجبيلوس"])).toEqual([]);
    expect(await main.hgetall("{mujaz}:articles:held")).toEqual({});
    expect(await house.subscribers.byNumber(stays)).toBeDefined();
    expect(await main.zcard("{mujaz}:due")).toBe(1);
  });

  it("are looked through once a night, by one process of several", async () => {
    const erasings = [1, 2, 3].map(() => createErasing(talk.test.house, () => now));
    const rounds = await Promise.all(erasings.map((each) => each.round()));
    expect(rounds.filter((erased) => erased !== null)).toEqual([0]);
    expect(await night(0)).toBeNull();
    expect(await night(1)).toBe(0);
  });

  it("who come back are not erased, and time begins anew when they leave again", async () => {
    const { house, addReader } = talk.test;
    const number = await addReader(2002);
    await house.agenda.retire(number, "blocked");
    await night(0);
    await house.agenda.change(number, { status: "active" }, now);
    await night(80);
    await house.agenda.retire(number, "blocked");
    expect(await night(20)).toBe(0);
    expect(await night(89)).toBe(0);
    expect(await night(1)).toBe(1);
  });

  it("who never subscribed are erased after their last word, and so long as they write they stay", async () => {
    await talk.ask("/latest");
    const { house } = talk.test;
    const inactive = createInactive(house.main, "mujaz");
    const number = await numberOf(1001);
    expect((await house.subscribers.byNumber(number))?.status).toBe("inactive");
    await night(0);
    // The word itself moves the time to the wall clock's; here to the day that the test means.
    await talk.ask("/latest");
    expect(Number(await house.main.zscore("{mujaz}:inactive", String(number)))).toBeLessThan(
      now.getTime() / 1000,
    );
    await inactive.touch(number, new Date(now.getTime() + 50 * dayMs));
    expect(await night(100)).toBe(0);
    expect(await night(40)).toBe(1);
    expect(await house.subscribers.numberOf(1001, null)).toBeUndefined();
  });

  it("of a topic go alone: the group and its other topics stay", async () => {
    const { house, addReader } = talk.test;
    await addReader(-100_500, { kind: "group" });
    await addReader(-100_500, { kind: "group", thread: 7 });
    const gone = (await house.subscribers.numberOf(-100_500, 7)) ?? 0;
    await house.agenda.retire(gone, "thread-not-found");
    await night(0);
    expect(await night(91)).toBe(1);
    expect(await house.subscribers.numberOf(-100_500, 7)).toBeUndefined();
    expect(await house.subscribers.numberOf(-100_500, null)).toBeDefined();
  });

  it("who come back in the very moment keep what they have", async () => {
    const { house, addReader } = talk.test;
    const number = await addReader(2002, { alerts: true, follow: ["الجسر"] }); // the bridge
    await house.agenda.retire(number, "blocked");
    await night(0);
    const inactive = createInactive(house.main, "mujaz");
    await house.agenda.change(number, { status: "active" }, now);
    expect(await inactive.erase(number, new Date(now.getTime() + dayMs))).toBe(false);
    expect(await night(91)).toBe(0);
    expect(await house.subscribers.byNumber(number)).toMatchObject({ status: "active", follow: ["الجسر"] });
    expect(await house.main.keys("{mujaz}:followers:*")).toHaveLength(1);
  });

  it("paused ones are not inactive", async () => {
    const { house, addReader } = talk.test;
    const number = await addReader(2002, { status: "paused" });
    await night(0);
    expect(await night(200)).toBe(0);
    expect(await house.subscribers.byNumber(number)).toBeDefined();
  });
});
