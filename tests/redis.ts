// Lends a suite a store of its own in Redis: redis-server where it is on PATH, else the in-process one; says which it is.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis, type RedisOptions } from "ioredis";
import { createRedisMock } from "js-redis-server";
import { inject } from "vitest";
import { spawnRedis, stores } from "./redisServer.ts";

export interface TestRedis {
  /** A new client; `close` disconnects it. */
  connect(): Redis;
  /** True for a redis-server process, false for the in-process one. */
  readonly isReal: boolean;
  close(): Promise<void>;
}

/** Each suite has a store of its own, empty, so that suites may run at the same moment. */
export async function startRedis(): Promise<TestRedis> {
  const redis = (await borrowServer()) ?? (await startInProcess());
  console.log(redis.isReal ? "redis: redis-server" : "redis: in-process (redis-server is not on PATH)");
  return redis;
}

/** The last of the server's numbered stores that was given away: a client that its suite forgot speaks to an old one. */
let last = -1;

/** A store of this worker's server (redis.setup.ts). */
async function borrowServer(): Promise<TestRedis | undefined> {
  const paths = inject("redisPaths");
  const path = paths[(Number(process.env["VITEST_POOL_ID"]) - 1) % paths.length];
  if (path === undefined) return undefined;
  last = (last + 1) % stores;
  const where = { path, db: last };
  const empty = async (): Promise<void> => {
    const client = new Redis(where);
    await client.flushdb();
    client.disconnect();
  };
  await empty();
  return lend(true, where, empty);
}

/** A whole server of the suite's own, for one that hands its socket to other processes. */
export async function startRedisServer(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), "mujaz-redis-"));
  const path = join(dir, "redis.sock");
  const child = await spawnRedis(path);
  if (child === undefined) {
    await rm(dir, { recursive: true, force: true });
    return startInProcess();
  }
  // A suite that dies before its afterAll must not leave a server behind.
  const kill = (): boolean => child.kill("SIGKILL");
  process.once("exit", kill);
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
