// Progress: rate and time left, a bar in a terminal, plain lines elsewhere, nothing for short work.
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";

function setUp(isTerminal: boolean): {
  progress: ReturnType<typeof createProgress>;
  written: () => string;
  pass: (ms: number) => void;
} {
  let at = 0;
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return {
    progress: createProgress({ unit: "articles", stream, isTerminal, now: () => at }),
    written: () => text,
    pass: (ms) => {
      at += ms;
    },
  };
}

describe("progress", () => {
  it("is a bar with rate and time left in a terminal, and takes itself away", () => {
    const { progress, written, pass } = setUp(true);
    pass(2_000);
    progress.update(500, 1_000);
    expect(written()).toBe("\r[############------------] 500 articles, 250/s, 2 s left\u001b[K");
    progress.end();
    expect(written().endsWith("\r\u001b[K")).toBe(true);
  });

  it("is a plain line every ten seconds elsewhere", () => {
    const { progress, written, pass } = setUp(false);
    for (let done = 1; done <= 300; done += 1) {
      pass(100);
      progress.update(done, 1_200);
    }
    expect(written().split("\n")).toEqual([
      "8 %, 100 articles, 10/s, 1 min 50 s left",
      "16 %, 200 articles, 10/s, 1 min 40 s left",
      "25 %, 300 articles, 10/s, 1 min 30 s left",
      "",
    ]);
  });

  it("tells the rate alone where the end is not known, and counts what it is told to", () => {
    const { progress, written, pass } = setUp(true);
    pass(1_000);
    progress.update(0, 0, 40);
    expect(written()).toBe("\r40 articles, 40/s\u001b[K");
  });

  it("writes nothing for work that is over at once", () => {
    const { progress, written } = setUp(true);
    progress.update(1, 1);
    progress.end();
    expect(written()).toBe("");
  });
});
