// The watch over Telegram: what it knows between two questions, and what it says when that changes.
import { describe, expect, it } from "vitest";
import { watchReach } from "../../src/processes/reach.ts";

function open() {
  let nowMs = 1_000_000;
  let answer: () => Promise<unknown> = async () => ({});
  const said: unknown[] = [];
  const reach = watchReach({
    ask: () => answer(),
    now: () => new Date(nowMs),
    why: (error) => String(error),
    isRefused: (error) => error === 401,
    report: (event, fields) => said.push([event, fields]),
  });
  return {
    reach,
    said,
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    be: (next: () => Promise<unknown>) => {
      answer = next;
    },
  };
}

describe("the watch over Telegram", () => {
  it("begins with the answer that has just come, and grows old without another", () => {
    const { reach, pass } = open();
    expect(reach.state()).toEqual({ ageSeconds: 0, isRefused: false });
    pass(45);
    expect(reach.state()).toEqual({ ageSeconds: 45, isRefused: false });
    reach.close();
  });

  it("says once that it is silent and once that it is back, and keeps the time of the last answer", async () => {
    const { reach, said, pass, be } = open();
    be(() => Promise.reject("ECONNREFUSED"));
    for (const _ of [1, 2]) {
      pass(30);
      await reach.check();
    }
    expect(reach.state()).toEqual({ ageSeconds: 60, isRefused: false, why: "ECONNREFUSED" });
    be(async () => ({}));
    await reach.check();
    expect(reach.state()).toEqual({ ageSeconds: 0, isRefused: false });
    expect(said).toEqual([
      ["telegram.silent", { why: "ECONNREFUSED" }],
      ["telegram.back", {}],
    ]);
    reach.close();
  });

  it("knows a refused token at once", async () => {
    const { reach, be } = open();
    be(() => Promise.reject(401));
    await reach.check();
    expect(reach.state()).toMatchObject({ isRefused: true, why: "401" });
    reach.close();
  });

  it("asks once at a time, however long the answer takes", async () => {
    const { reach, be } = open();
    let asked = 0;
    be(() => {
      asked += 1;
      return Promise.resolve();
    });
    await Promise.all([reach.check(), reach.check()]);
    expect(asked).toBe(1);
    reach.close();
  });
});
