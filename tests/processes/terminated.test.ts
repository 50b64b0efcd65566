// SIGTERM during a burst of updates and replies, by webhook and by polling: nothing is lost, nothing is done twice.
import { describe, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { drill } from "./terminated.ts";

describe.skipIf(!hasRedisServer)("a process that is told to end in a burst", () => {
  it("loses nothing and does nothing twice, by webhook and by polling", async () => {
    const modes = ["webhook", "polling"] as const;
    const outcomes = await Promise.all(modes.map((mode) => drill({ mode, times: 1, seed: 3 })));
    const well = { wrong: [], answers: [], statuses: [], inTheMiddle: 1 };
    expect(outcomes).toEqual([well, well]);
  });
});
