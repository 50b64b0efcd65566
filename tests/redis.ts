// Lends a suite a Redis of its own: redis-server where it is on PATH, else the in-process one; says which it is.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis, type RedisOptions } from "ioredis";
import { createRedisMock } from "js-redis-server";

export interface TestRedis {
  /** A new client; `close` disconnects it. */
  connect(): Redis;
  /** True for a redis-server process, false for the in-process one. */
  readonly isReal: boolean;
  close(): Promise<void>;
}

/** Each suite has a server of its own, so that suites may run at the same moment. */
export async function startRedis(): Promise<TestRedis> {
  const redis = (await startServer()) ?? (await startInProcess());
  console.log(redis.isReal ? "redis: redis-server" : "redis: in-process (redis-server is not on PATH)");
  return redis;
}

async function startServer(): Promise<TestRedis | undefined> {
  const dir = await mkdtemp(join(tmpdir(), "mujaz-redis-"));
  const path = join(dir, "redis.sock");
  const settings = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", dir];
  const child = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] });
  // A suite that dies before its afterAll must not leave a server behind.
  const kill = (): boolean => child.kill("SIGKILL");
  process.once("exit", kill);
  if (!(await isReady(child))) {
    process.off("exit", kill);
    await rm(dir, { recursive: true, force: true });
    return undefined;
  }
  return lend(true, { path }, async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    kill();
    process.off("exit", kill);
    await ended;
    await rm(dir, { recursive: true, force: true });
  });
}

async function startInProcess(): Promise<TestRedis> {
  const server = await createRedisMock();
  const [address] = server.addresses();
  if (address === undefined) throw new Error("the in-process Redis gave no address");
  return lend(false, { host: address.host, port: address.port }, () => server.close());
}

function isReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", () => resolve(false));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (/ready to accept connections/i.test(String(chunk))) resolve(true);
    });
  });
}

function lend(isReal: boolean, where: RedisOptions, stop: () => Promise<void>): TestRedis {
  const clients: Redis[] = [];
  return {
    isReal,
    connect() {
      const client = new Redis({ ...where, maxRetriesPerRequest: null });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.disconnect();
      await stop();
    },
  };
}
