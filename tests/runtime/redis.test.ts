// The embedded store with a real redis-server: started, reused after a crash, shared, refused, stopped.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Queue, Worker } from "bullmq";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { findServer } from "../../src/runtime/embedded/find-server.ts";
import { isRunning } from "../../src/runtime/embedded/process.ts";
import { DataDirBusy, RuntimeFault } from "../../src/runtime/fault.ts";
import { takeOwnership } from "../../src/runtime/ownership.ts";
import { openRedis, type RedisHandle, type RedisOptions } from "../../src/runtime/redis.ts";
import { waitUntil } from "../../src/runtime/wait.ts";
import { captureLog, makeDataDir } from "./capture.ts";

const server = findServer(process.env["PATH"] ?? "");
if (server === undefined) console.log("skipped: no redis-server or valkey-server on PATH");

async function open(dataDir: string, rest: Partial<RedisOptions> = {}): Promise<RedisHandle> {
  const { log } = captureLog();
  const handle = await openRedis({
    dataDir,
    role: "start",
    allowEphemeral: false,
    isRealBot: false,
    log,
    ...rest,
  });
  onTestFinished(() => handle.close());
  return handle;
}

const faultOf = (opening: Promise<RedisHandle>): Promise<RuntimeFault> =>
  opening.then(
    async (handle) => {
      await handle.close();
      throw new Error("it opened");
    },
    (error: unknown) => {
      if (error instanceof RuntimeFault) return error;
      throw error;
    },
  );

async function pidOf(handle: RedisHandle): Promise<number> {
  const info = await handle.connect("test").info("server");
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

/** A second process that opens the folder as `start`, and says so on its output. */
async function spawnStart(dataDir: string): Promise<ChildProcess> {
  const redisModule = new URL("../../dist/runtime/redis.js", import.meta.url).href;
  const logModule = new URL("../../dist/runtime/log.js", import.meta.url).href;
  const script = `
    const { openRedis } = await import(${JSON.stringify(redisModule)});
    const { createLog } = await import(${JSON.stringify(logModule)});
    const log = createLog({ level: "info", format: "json" });
    const handle = await openRedis({ dataDir: process.argv[1], role: "start", allowEphemeral: true, isRealBot: false, log });
    await handle.connect("writer").set("kept", "yes");
    process.stdout.write("open\\n");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`the other process ended with ${code}`)));
  });
  return child;
}

describe.skipIf(server === undefined)("the embedded server", () => {
  it("keeps state over an orderly stop, and leaves neither process nor socket behind", async () => {
    const dataDir = makeDataDir();
    const first = await open(dataDir);
    expect(first).toMatchObject({ kind: "server", limits: { claim: 1000, highWater: 5000 } });
    const client = first.connect("test");
    await client.set("greeting", "مرحبا"); // "hello"
    const pid = await pidOf(first);
    expect(await client.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
    expect(await client.config("GET", "appendonly")).toEqual(["appendonly", "yes"]);
    await first.close();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(dataDir, "redis.sock"))).toBe(false);
    const second = await open(dataDir);
    expect(await second.connect("test").get("greeting")).toBe("مرحبا");
  });

  it("does not hand our environment, and the token in it, to the server", async () => {
    const dataDir = makeDataDir();
    const bin = makeDataDir();
    // The real server, started by way of a script that writes down what it was given.
    const script = `#!/bin/sh\n/usr/bin/env > environment.txt\nexec "${server}" "$@"\n`;
    writeFileSync(join(bin, "redis-server"), script, { mode: 0o755 });
    vi.stubEnv("MUJAZ_TEST_SECRET", "do-not-inherit");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await open(dataDir, { searchPath: bin })).kind).toBe("server");
    const environment = readFileSync(join(dataDir, "redis", "environment.txt"), "utf8");
    expect(environment).toContain("LC_ALL=C");
    expect(environment).not.toContain("do-not-inherit");
  });

  it("works in a folder whose path is long, has spaces and is Arabic", async () => {
    const dataDir = join(makeDataDir(), "مجلد البيانات", "x".repeat(120)); // "data folder"
    const handle = await open(dataDir);
    expect(await handle.connect("test").set("a", "b")).toBe("OK");
    expect(existsSync(join(dataDir, "redis", "appendonlydir"))).toBe(true);
  });

  it("finds the server that outlived a kill -9 of its parent, and uses it again", async () => {
    const dataDir = makeDataDir();
    const other = await spawnStart(dataDir);
    const ended = new Promise((resolve) => other.once("exit", resolve));
    const before = Number(readFileSync(join(dataDir, "redis", "server.pid"), "utf8"));
    other.kill("SIGKILL");
    await ended;
    expect(isRunning(before)).toBe(true);
    const handle = await open(dataDir);
    expect(await pidOf(handle)).toBe(before);
    expect(await handle.connect("test").get("kept")).toBe("yes");
    await handle.close();
    expect(isRunning(before)).toBe(false);
  });

  it("refuses a second start, naming the process that has the folder", async () => {
    const dataDir = makeDataDir();
    const other = await spawnStart(dataDir);
    const fault = await faultOf(open(dataDir));
    expect(fault).toBeInstanceOf(DataDirBusy);
    expect(fault.message).toContain(`process ${other.pid}`);
    expect(fault.message).toContain(dataDir);
    const ended = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await ended;
    await open(dataDir); // And stops the orphan at its end.
  });

  it("makes a start wait for a command, and says so", async () => {
    const dataDir = makeDataDir();
    const command = await takeOwnership(dataDir, "command backup");
    const { log, events } = captureLog();
    const opening = open(dataDir, { log });
    expect(await waitUntil(() => events().includes("data-dir.waiting"), { limitMs: 10_000 })).toBe(true);
    if (command.owned) await command.release();
    expect((await opening).kind).toBe("server");
  });

  it("lets a command use the running server, and leaves it running", async () => {
    const dataDir = makeDataDir();
    const start = await open(dataDir);
    await start.connect("test").set("a", "1");
    const command = await open(dataDir, { role: "command", command: "articles" });
    expect(await command.connect("test").get("a")).toBe("1");
    await command.close();
    expect(await start.connect("test").get("a")).toBe("1");
  });

  it("lets a command run the server for its own time", async () => {
    const dataDir = makeDataDir();
    const command = await open(dataDir, { role: "command", command: "ingest" });
    const pid = await pidOf(command);
    await command.connect("test").set("a", "1");
    await command.close();
    expect(isRunning(pid)).toBe(false);
    const start = await open(dataDir);
    expect(await start.connect("test").get("a")).toBe("1");
  });

  it("brings the server back when it is killed, with what it had written down", async () => {
    const { log, events } = captureLog();
    const handle = await open(makeDataDir(), { log });
    const client = handle.connect("test");
    await client.config("SET", "appendfsync", "always");
    await client.set("a", "1");
    process.kill(await pidOf(handle), "SIGKILL");
    expect(await waitUntil(() => events().includes("redis.restarted"), { limitMs: 20_000 })).toBe(true);
    expect(await client.get("a")).toBe("1");
  });
});

describe("the in-process store", () => {
  const noServer = { searchPath: "" };

  it("carries a BullMQ job through, with small limits", async () => {
    const handle = await open(makeDataDir(), noServer);
    expect(handle).toMatchObject({ kind: "in-process", limits: { claim: 100, highWater: 100 } });
    expect(handle.describe).toContain("nothing outlives it");
    const queue = new Queue("digests", { connection: handle.connect("queue") });
    const done = new Promise<unknown>((resolve) => {
      const worker = new Worker("digests", async (job) => resolve(job.data), {
        connection: handle.connect("worker"),
        limiter: { max: 3, duration: 100 },
        lockDuration: 8_000,
      });
      onTestFinished(() => worker.close());
    });
    onTestFinished(() => queue.close());
    await queue.addBulk([
      { name: "digest", data: { reader: 7 }, opts: { jobId: "slot_7a", removeOnComplete: true } },
    ]);
    expect(await done).toEqual({ reader: 7 });
  });

  it("listens on no network port", async () => {
    const handle = await open(makeDataDir(), noServer);
    const { options } = handle.connect("test");
    expect(options.path).toMatch(/mujaz-/);
  });

  it.each([
    ["a real bot is refused", { isRealBot: true }, "ephemeral-refused"],
    ["a command that needs stored state is refused", { role: "command" }, "redis-missing"],
  ] as const)("%s, with a mend", async (_name, rest, kind) => {
    const dataDir = makeDataDir();
    const fault = await faultOf(open(dataDir, { ...noServer, ...rest }));
    expect(fault.kind).toBe(kind);
    expect(fault.mend).toContain("redis-server");
    expect((await takeOwnership(dataDir, "start")).owned).toBe(true);
  });

  it.each([
    ["a real bot whose operator accepts the loss", { isRealBot: true, allowEphemeral: true }],
    ["a command that may work on a store of its own", { role: "command", ephemeralOk: true }],
  ] as const)("serves %s", async (_name, rest) => {
    expect((await open(makeDataDir(), { ...noServer, ...rest })).kind).toBe("in-process");
  });

  it("cannot be shared with a command, which is told so", async () => {
    const dataDir = makeDataDir();
    await open(dataDir, noServer);
    const fault = await faultOf(open(dataDir, { role: "command", command: "articles" }));
    expect(fault).toMatchObject({ kind: "in-process-not-shared" });
    expect(fault.message).toContain("cannot be shared");
  });
});
