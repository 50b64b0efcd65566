// A redis-server with the very settings of the embedded one, which a drill may kill and bring back.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { ensureChild } from "../../../src/runtime/embedded/child.ts";
import { findServer } from "../../../src/runtime/embedded/find-server.ts";
import { serverPid } from "../../../src/runtime/embedded/probe.ts";
import { isRunning } from "../../../src/runtime/embedded/process.ts";
import { waitUntil } from "../../../src/runtime/wait.ts";

export interface RedisServer {
  /** The socket, as REDIS_URL wants it. */
  readonly url: string;
  /** A client that outlives the server's deaths; `close` ends it. */
  connect(): Redis;
  /** SIGKILL, `downMs` of nothing, and a new server on the same files; resolves when it answers. */
  killAndRestart(downMs: number): Promise<void>;
  close(): Promise<void>;
}

/** `fsync` other than the embedded server's own, to compare. */
export async function startRedisServer(fsync?: "always" | "everysec"): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "mujaz-chaos-"));
  const place = { folder, socket: join(folder, "redis.sock") };
  const clients: Redis[] = [];
  let pid: number | undefined;
  // The server is detached: a suite that dies must not leave it behind.
  const kill = (): void => {
    if (pid !== undefined && isRunning(pid)) process.kill(pid, "SIGKILL");
  };
  process.once("exit", kill);

  async function start(): Promise<void> {
    await ensureChild(place, findServer(process.env["PATH"] ?? ""));
    pid = await serverPid(place.socket);
    if (fsync === undefined) return;
    const client = new Redis({ path: place.socket });
    await client.config("SET", "appendfsync", fsync);
    client.disconnect();
  }
  async function end(): Promise<void> {
    kill();
    await waitUntil(() => pid === undefined || !isRunning(pid), { limitMs: 30_000, everyMs: 10 });
  }

  await start();
  return {
    url: place.socket,
    connect() {
      const retryStrategy = (): number => 50;
      const client = new Redis({ path: place.socket, maxRetriesPerRequest: null, retryStrategy });
      client.on("error", () => undefined);
      clients.push(client);
      return client;
    },
    async killAndRestart(downMs) {
      await end();
      await new Promise((resolve) => setTimeout(resolve, downMs));
      await start();
    },
    async close() {
      for (const client of clients) client.disconnect();
      await end();
      process.off("exit", kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
