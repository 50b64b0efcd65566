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

/** `connect()` gives a client; `close()` ends them and the server, and removes the folder. */
export async function openRedis() {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const path = join(dir, "redis.sock");
  const settings = ["--port", "0", "--unixsocket", path, "--appendonly", "yes", "--save", "", "--dir", dir];
  const server = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("eady to accept") && resolve());
  });
  const clients = [];
  return {
    path,
    connect() {
      const client = new Redis({ path, maxRetriesPerRequest: null });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.disconnect();
      server.kill("SIGKILL");
      await once(server, "exit");
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
