// The drill of docs/ops/backup.md with real processes: Redis is lost after the digests of a slot were sent, and restored.
import { describe, it } from "vitest";
import { walkDrill } from "./restoreStand.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasRedisServer)("the drill of a lost Redis", () => {
  it(
    "on a new machine, whose disk knows of nothing: what was sent after the backup is not sent again, and the next slot comes",
    ({ onTestFinished }) => walkDrill("other", onTestFinished),
    300_000,
  );
});
