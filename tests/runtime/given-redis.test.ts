// A given Redis: reached over TCP, or a fault that names it and keeps the password to itself.
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { openGiven, parseRedisUrl } from "../../src/runtime/given-redis.ts";
import { openRedis } from "../../src/runtime/redis.ts";
import { captureLog, makeDataDir } from "./capture.ts";

const { log } = captureLog();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

describe("a given Redis", () => {
  it("is used by the path of its socket, with the full limits", async () => {
    const options = { role: "start", allowEphemeral: true, isRealBot: false, log } as const;
    const embedded = await openRedis({ ...options, dataDir: makeDataDir() });
    onTestFinished(() => embedded.close());
    const path = String(embedded.connect("test").options.path);
    const given = await openRedis({ ...options, dataDir: "/nowhere", url: path });
    onTestFinished(() => given.close());
    expect(given).toMatchObject({ kind: "given", limits: { claim: 1000, highWater: 5000 } });
    expect(await given.connect("test").ping()).toBe("PONG");
  });

  it("that does not answer is a fault with host and port, and no password", async () => {
    const port = await freePort();
    const opening = openGiven(`redis://me:hush@127.0.0.1:${port}/3`, log, 300);
    const fault = await opening.then(() => undefined).catch((error: unknown) => error);
    expect(fault).toMatchObject({ kind: "redis-unreachable", mend: expect.stringContaining("REDIS_URL") });
    expect(String(fault)).toContain(`127.0.0.1:${port}, database 3`);
    expect(String(fault)).toContain("ECONNREFUSED");
    expect(String(fault)).not.toContain("hush");
  });

  it.each([
    ["redis://db", { host: "db", port: 6379 }],
    ["redis://:p%40ss@db:1/2", { host: "db", port: 1, password: "p@ss", db: 2 }],
    ["rediss://me:x@[::1]:6380", { host: "::1", port: 6380, username: "me", password: "x", tls: {} }],
    ["/run/redis.sock", { path: "/run/redis.sock" }],
  ])("is written %s", (url, expected) => expect(parseRedisUrl(url)).toMatchObject(expected));
});
