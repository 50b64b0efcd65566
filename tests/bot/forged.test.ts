// Callback data that no button of ours gave: it changes nothing, and troubles nobody.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEverything } from "./everything.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(1, { SEND_RATE: "0" });
  await talk.ask("/subscribe");
});
afterAll(() => talk.close());

/** Everything in Redis but which updates came and how often somebody asked. */
async function state(): Promise<ReadonlyMap<string, string>> {
  const everything = await readEverything(talk.test.house.main);
  return new Map([...everything].filter(([key]) => !/^\{mujaz\}:(updates|limit|pace)/.test(key)));
}

describe("data that no button of ours gave", () => {
  const long = "ز".repeat(28);
  it.each([
    "",
    ":",
    "topic:__proto__",
    "topic:../../x",
    `topic:${long}`,
    "zone:__proto__",
    "zone:constructor",
    "length:toString",
    "language:__proto__",
    "language:xx",
    "status:paused",
    "do:",
    "do:__proto__",
    "do:forget me",
    "leave:",
    "leave:constructor",
    "pause:0",
    "pause:2",
    "pause:1e9",
    "full:0",
    "full:-1",
    "full:99999999999999999999",
    "search:0123456789abcdef:0",
    "search:x:5",
    `time:e.${long}`,
    `time:h.${long}.07`,
    "time:s.new.25:00",
    "time:s.07:00.99:99",
    "time:x.99:99",
    "time:z.1.2.3.4",
    "forget:yes.1",
    "constructor:",
    "\u0000\u202E<b>",
    "🙂".repeat(16),
  ])("%j changes nothing and troubles nobody", async (data) => {
    const before = await state();
    await talk.pressData(data);
    const after = new Map([...(await state())].filter(([key]) => !key.startsWith("{mujaz}:dialogue")));
    expect([after, talk.test.logged]).toEqual([before, []]);
    const said = talk.test.playground.transcript(1).map(({ text }) => text);
    expect(said.join("\n")).not.toContain("عذراً");
  });
});
