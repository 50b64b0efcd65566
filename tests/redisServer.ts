// Starts redis-server on a socket, with nothing on disk.
import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";

/** The numbered stores of a server. */
export const stores = 4096;

/** Resolves with the process once it answers; with undefined where redis-server is not on PATH. */
export async function spawnRedis(path: string): Promise<ChildProcess | undefined> {
  const files = ["--unixsocket", path, "--dir", dirname(path), "--save", "", "--appendonly", "no"];
  const settings = ["--port", "0", "--databases", String(stores), ...files];
  const child = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] });
  const isReady = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", () => resolve(false));
    child.stdout.on("data", (chunk: Buffer) => {
      if (/ready to accept connections/i.test(String(chunk))) resolve(true);
    });
  });
  return isReady ? child : undefined;
}
