// A Redis server for one benchmark: append-only as in production, on a socket in a folder of its own.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** False, and said so, where there is no redis-server on PATH. */
export function hasRedis() {
  if (spawnSync("redis-server", ["--version"]).error === undefined) return true;
  console.log("redis-server is not on PATH: nothing measured.");
  return false;
}

/** Clients of the Redis at a socket: `connect()` gives one, `close()` ends them all. */
export function openClients(path) {
  const clients = [];
  return {
    connect() {
      const client = new Redis({ path, maxRetriesPerRequest: null });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.disconnect();
    },
  };
}

/** What a house of the bench is furnished with; without `close` its clients are left open. */
export function toHandle({ connect, close = async () => undefined }) {
  return {
    kind: "given",
    describe: "of the bench",
    limits: { claim: 1_000, highWater: 5_000 },
    connect,
    close,
  };
}

/** `connect()` gives a client; `close()` ends them and the server, and removes the folder. */
export async function openRedis() {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const path = join(dir, "redis.sock");
  const settings = ["--port", "0", "--unixsocket", path, "--appendonly", "yes", "--save", "", "--dir", dir];
  const server = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("eady to accept") && resolve());
  });
  const clients = openClients(path);
  return {
    path,
    connect: clients.connect,
    async close() {
      await clients.close();
      server.kill("SIGKILL");
      await once(server, "exit");
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
