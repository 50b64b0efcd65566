// SIGTERM during a burst of updates, replies and digests, by webhook and by polling: nothing is lost, nothing is done twice.
import { describe, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { drill } from "./terminated.ts";

describe.skipIf(!hasRedisServer)("a process that is told to end in a burst", () => {
  it("loses nothing and does nothing twice, by webhook and by polling", async () => {
    const modes = ["webhook", "polling"] as const;
    const outcomes = await Promise.all(modes.map((mode) => drill({ mode, times: 1, seed: 3 })));
    const nothing = { wrong: [], answers: [], digests: [], leases: [], statuses: [] };
    const well = { ...nothing, inTheMiddle: 1, amongDigests: 1 };
    expect(outcomes).toEqual([well, well]);
  });
});
