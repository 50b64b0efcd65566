// Turns at a host: one at a time, in order, with a pause; other hosts do not wait, and who leaves holds nobody up.
import { beforeEach, describe, expect, it } from "vitest";
import { createTurns, type Turns } from "../../src/sources/turns.ts";
import { createHandClock, type HandClock, settle } from "./handClock.ts";

const start = new Date("2026-11-24T05:00:00Z");
const never = new AbortController().signal;

let clock: HandClock;
let turns: Turns;
let came: string[];
beforeEach(() => {
  clock = createHandClock(start);
  turns = createTurns(clock.sleep, clock.now);
  came = [];
});

/** Takes a turn; the result ends it with a pause. */
async function take(name: string, host: string, signal = never): Promise<(pauseMs: number) => void> {
  const release = await turns.take(host, signal);
  came.push(name);
  return release;
}

describe("turns", () => {
  it("go one at a time at one host, in the order of asking, with the pause between", async () => {
    const first = take("first", "news.example");
    const second = take("second", "news.example");
    const third = take("third", "news.example");
    (await first)(1_000);
    await settle();
    expect(came).toEqual(["first"]);
    await clock.advance(999);
    expect(came).toEqual(["first"]);
    await clock.advance(1);
    expect(came).toEqual(["first", "second"]);
    await clock.advance(60_000); // The second is still at it.
    expect(came).toEqual(["first", "second"]);
    (await second)(500);
    await clock.advance(500);
    (await third)(0);
    expect(came).toEqual(["first", "second", "third"]);
  });

  it("at other hosts do not wait", async () => {
    await take("first", "news.example");
    await take("other", "other.example");
    expect(came).toEqual(["first", "other"]);
  });

  it("need no pause when it has long passed", async () => {
    (await take("first", "news.example"))(1_000);
    await clock.advance(1_000);
    await take("second", "news.example");
    expect(clock.asked).toEqual([]);
  });

  it("wait only for the rest of a pause, and never longer than it when the clock is set back", async () => {
    (await take("first", "news.example"))(1_000);
    await clock.advance(400);
    const second = take("second", "news.example");
    await clock.advance(600);
    (await second)(1_000);
    await clock.advance(-3_600_000);
    void take("third", "news.example");
    await settle();
    expect(clock.asked).toEqual([600, 1_000]);
  });

  it("pass to the next when somebody in line gives up, but not before the one at work is done", async () => {
    const first = await take("first", "news.example");
    const impatient = new AbortController();
    const second = take("second", "news.example", impatient.signal);
    const third = take("third", "news.example");
    impatient.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    await settle();
    expect(came).toEqual(["first"]);
    first(0);
    await third;
    expect(came).toEqual(["first", "third"]);
  });

  it("keep the pause when somebody gives up in the middle of it", async () => {
    (await take("first", "news.example"))(1_000);
    const impatient = new AbortController();
    const second = take("second", "news.example", impatient.signal);
    const third = take("third", "news.example");
    await clock.advance(400);
    impatient.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    await settle();
    expect(came).toEqual(["first"]);
    await clock.advance(600);
    await third;
    expect(clock.asked).toEqual([1_000, 600]);
  });
});
