// The trace of a line: ids that lead from an update's arrival to the last send, and words that an error must not quote.
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/processes/handling.ts";
import { currentTrace, traced, untraced } from "../../src/runtime/trace.ts";
import { captureLog } from "./capture.ts";

const none = (): string[] => [];

describe("a trace", () => {
  it("is not on what outlives its work, and is on the work again after that", async () => {
    const trace = { ids: { update: 1 }, hidden: none };
    const seen = await traced(trace, async () => {
      const kept = untraced(async () => {
        await setImmediate();
        return currentTrace();
      });
      return [currentTrace(), await kept, currentTrace()];
    });
    expect(seen).toEqual([trace, undefined, trace]);
  });

  it("puts its ids into every line that the work writes, each into its own", async () => {
    const { log, lines } = captureLog();
    const work = (update: number): Promise<void> =>
      traced({ ids: { update }, hidden: none }, async () => {
        log.info("begun");
        await setImmediate();
        log.child({ part: 1 }).warn("ended");
      });
    await Promise.all([work(1), work(2)]);
    log.info("outside");
    const seen = lines().map(({ event, update }) => [event, update]);
    expect(seen).toEqual([
      ["begun", 1],
      ["begun", 2],
      ["ended", 1],
      ["ended", 2],
      ["outside", undefined],
    ]);
  });

  it("keeps what an update said out of errors that quote it, whole or in pieces, in their causes and stacks too", () => {
    const update = {
      update_id: 1,
      message: {
        text: "لا أريد أخبار الرياضة",
        from: { first_name: "سلمى الراوي" },
        chat: { type: "private" },
      }, // "I want no sports news"; a name
    };
    const { log, lines, text } = captureLog();
    const cause = new RangeError('Invalid time zone specified: "الرياضة"'); // sports
    const error = new Error("cannot read «لا أريد أخبار الرياضة» of سلمى in private", { cause });
    traced({ ids: { update: 1 }, hidden: () => wordsOf(update) }, () =>
      log.error("handler.failed", { err: error }),
    );
    for (const word of ["أريد", "أخبار", "الرياضة", "سلمى", "الراوي"]) expect(text()).not.toContain(word);
    expect(lines()[0]?.["err"]).toMatchObject({ message: "cannot read «<hidden>» of <hidden> in private" });
  });

  it("takes a short name out only where it stands alone, whatever signs are in it", () => {
    const { log, lines } = captureLog();
    const hidden = (): string[] => ["علي", "no", "a-b", "(x", "."]; // Ali
    const err = new Error("not علي or علياء, no a-b in (x but known a.b");
    traced({ ids: {}, hidden }, () => log.error("e", { err }));
    expect(lines()[0]?.["err"]).toMatchObject({
      message: "not <hidden> or علياء, <hidden> <hidden> in <hidden> but known a.b",
    });
  });

  it("is asked for its words only where a line is written", () => {
    const { log } = captureLog();
    let asked = 0;
    const hidden = (): string[] => {
      asked += 1;
      return [];
    };
    traced({ ids: {}, hidden }, () => undefined);
    expect(asked).toBe(0);
    traced({ ids: {}, hidden }, () => log.debug("a"));
    expect(asked).toBe(1);
  });
});
