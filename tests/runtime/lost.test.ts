// Waiting for a Redis that may go: what hangs holds nobody up, and a Redis that says nothing has gone.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endsUnlessLost } from "../../src/runtime/lost.ts";
import { watchPulse } from "../../src/runtime/pulse.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";

type Client = ReturnType<DurableRedis["connect"]>;

describe.skipIf(!hasRedisServer)("work that needs Redis", () => {
  let redis: DurableRedis;
  let client: Client;
  beforeEach(async () => {
    redis = await startDurableRedis();
    client = redis.connect();
    await client.ping();
  });
  afterEach(() => redis.close());

  const isReady = () => expect.poll(() => client.status, { timeout: 10_000 }).toBe("ready");

  it("is waited for while Redis is there, its errors too", async () => {
    expect(await endsUnlessLost(client, client.blpop("nothing", 0.05))).toBe(true);
    await expect(
      endsUnlessLost(
        client,
        client.lpush("list", "a").then(() => client.get("list")),
      ),
    ).rejects.toThrow("WRONGTYPE");
  });

  it("is given up when Redis goes, and where it is away; it ends when Redis is back, and its error is nobody's", async () => {
    redis.freeze();
    const asked = client.get("key");
    const failing = asked.then(() => Promise.reject(new Error("too late")));
    const given = Promise.all([endsUnlessLost(client, asked), endsUnlessLost(client, failing)]);
    await redis.kill();
    expect(await given).toEqual([false, false]);
    expect(await endsUnlessLost(client, asked)).toBe(false);
    await redis.start();
    expect(await asked).toBeNull();
    await expect(failing).rejects.toThrow("too late");
  });

  it("is given up when Redis hangs and keeps its connections; it ends when Redis goes on", async () => {
    let silences = 0;
    const onSilent = (): void => {
      silences += 1;
    };
    const pulse = watchPulse(client, { everyMs: 20, onSilent });
    redis.freeze();
    const asked = client.incr("count");
    expect(await endsUnlessLost(client, asked)).toBe(false);
    expect(silences).toBe(1);
    redis.thaw();
    await isReady();
    expect(await asked).toBeGreaterThan(0);
    pulse.close();
  });
});

describe("the pulse", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** A client whose connection brings so many bytes a second, and no answer to a ping. */
  function open(bytes: number, status = "ready") {
    const stream = { bytesRead: 0 };
    const told = { asked: 0, givenUp: 0 };
    const pulse = watchPulse({
      status,
      stream,
      ping: () => {
        told.asked += 1;
        return new Promise(() => undefined);
      },
      disconnect: (reconnect) => {
        expect(reconnect).toBe(true);
        told.givenUp += 1;
      },
    });
    const pass = (seconds: number): void => {
      for (let second = 0; second < seconds; second += 1) {
        stream.bytesRead += bytes;
        vi.advanceTimersByTime(1_000);
      }
    };
    return { told, pass, pulse };
  }

  it("gives a connection up once, after five seconds in which nothing has come", () => {
    const { told, pass, pulse } = open(0);
    pass(4);
    expect(told).toEqual({ asked: 1, givenUp: 0 });
    pass(1);
    expect(told).toEqual({ asked: 1, givenUp: 1 });
    pass(20);
    expect(told).toEqual({ asked: 1, givenUp: 1 });
    pulse.close();
  });

  it.each([
    ["whose ping waits behind a long row of answers", 1, "ready"],
    ["that is away already", 0, "reconnecting"],
  ])("leaves one %s", (_which, bytes, status) => {
    const { told, pass, pulse } = open(bytes, status);
    pass(60);
    expect(told.givenUp).toBe(0);
    pulse.close();
  });

  it("is over when it is closed", () => {
    const { told, pass, pulse } = open(0);
    pulse.close();
    pass(60);
    expect(told).toEqual({ asked: 0, givenUp: 0 });
  });
});
