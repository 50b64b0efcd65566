// A Redis in JavaScript and WebAssembly inside this process: for trying out, nothing outlives it.
import { mkdtemp, rm } from "node:fs/promises";
import type { Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRedisCommandExecutor, RedisServerState, Resp2Server } from "js-redis-server/core";

export interface InProcess {
  /** Where clients connect: a socket in a folder that only this user can enter. */
  readonly path: string;
  close(): Promise<void>;
}

/**
 * Starts it. Its own `createRedisMock` listens without a password on every network interface, and its clients
 * without a socket hold up the event loop (half a second for 300 jobs, measured): so a private unix socket.
 */
export async function openInProcess(): Promise<InProcess> {
  const state = new RedisServerState({ databaseCount: 1 });
  const { server } = new Resp2Server({ server: state, executor: createRedisCommandExecutor() });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const folder = await mkdtemp(join(tmpdir(), "mujaz-"));
  const path =
    process.platform === "win32" ? `\\\\.\\pipe\\${folder.split("\\").at(-1)}` : join(folder, "redis.sock");
  await listen(server, path);
  return {
    path,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
      state.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
