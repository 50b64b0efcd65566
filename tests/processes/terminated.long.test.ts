// SIGTERM during a burst of updates, replies and digests, fifty times by webhook and fifty times by polling.
import { describe, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { drill } from "./terminated.ts";

const times = 50;

describe.skipIf(!hasRedisServer)("a process that is told to end in a burst", () => {
  it.each(["webhook", "polling"] as const)(
    "fifty times, by %s, loses nothing and does nothing twice",
    { timeout: 3_600_000 },
    async (mode) => {
      const outcome = await drill({ mode, times, seed: 7 });
      const { inTheMiddle, amongDigests } = outcome;
      console.log(`${mode}: ${times} signals, ${inTheMiddle} among updates, ${amongDigests} among digests`);
      expect(outcome).toMatchObject({ wrong: [], answers: [], digests: [], leases: [], statuses: [] });
      expect(inTheMiddle).toBeGreaterThan(times / 2);
      expect(amongDigests).toBeGreaterThan(times / 2);
    },
  );
});
