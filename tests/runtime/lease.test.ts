// A lease between two clients of one Redis.
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createLease } from "../../src/runtime/lease.ts";
import { openRedis, type RedisHandle } from "../../src/runtime/redis.ts";
import { waitUntil } from "../../src/runtime/wait.ts";
import { captureLog, makeDataDir } from "./capture.ts";

let redis: RedisHandle;

beforeEach(async () => {
  const { log } = captureLog();
  const options = {
    dataDir: makeDataDir(),
    role: "start",
    allowEphemeral: true,
    isRealBot: false,
    log,
  } as const;
  redis = await openRedis(options);
  onTestFinished(() => redis.close());
});

describe("a lease", () => {
  const ttlMs = 600;
  const lease = (id: string) => createLease(redis.connect(id), "lease", { ttlMs, id });

  it("has one holder at a time", async () => {
    const [one, two] = [lease("one"), lease("two")];
    expect(await one.acquire()).toBe(true);
    expect(await one.acquire()).toBe(true);
    expect(await two.acquire()).toBe(false);
    await two.release(); // Not its own: nothing happens.
    expect(await two.acquire()).toBe(false);
    await one.release();
    expect(await two.acquire()).toBe(true);
  });

  it("ends by itself when its holder stops renewing", async () => {
    const [one, two] = [lease("one"), lease("two")];
    await one.acquire();
    expect(await waitUntil(() => two.acquire(), { limitMs: 10_000 })).toBe(true);
  });

  it("is renewed while it is held", async () => {
    const one = lease("one");
    const watcher = redis.connect("watcher");
    await one.acquire();
    one.hold(() => {});
    onTestFinished(() => one.release());
    await watcher.pexpire("lease", 100_000); // A renewal sets it back to the lease's own length.
    const isRenewed = async (): Promise<boolean> => {
      const leftMs = await watcher.pttl("lease");
      return leftMs > 0 && leftMs <= ttlMs;
    };
    expect(await waitUntil(isRenewed, { limitMs: 10_000 })).toBe(true);
  });

  it("tells its holder when another has taken it", async () => {
    const one = lease("one");
    const watcher = redis.connect("watcher");
    await one.acquire();
    const lost = new Promise<string>((resolve) => one.hold(() => resolve("lost")));
    await watcher.set("lease", "two");
    expect(await lost).toBe("lost");
    await one.release();
    expect(await watcher.get("lease")).toBe("two");
  });

  it("tells its holder when Redis does not answer for a whole lease", async () => {
    const client = redis.connect("one");
    const one = createLease(client, "lease", { ttlMs, id: "one" });
    await one.acquire();
    const lost = new Promise<string>((resolve) => one.hold(() => resolve("lost")));
    client.disconnect();
    expect(await lost).toBe("lost");
  });
});
