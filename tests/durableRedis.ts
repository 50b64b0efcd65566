// A redis-server with an append-only file that a test may kill, start again, and set back to an older copy of its files.
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { type Clients, createClients } from "../src/runtime/clients.ts";
import { createLog } from "../src/runtime/log.ts";
import type { TestRedis } from "./redis.ts";

export interface DurableRedis extends TestRedis {
  /** Its unix socket: the REDIS_URL of a process. */
  readonly path: string;
  /** It answers nobody any more, and keeps its connections (SIGSTOP). */
  freeze(): void;
  /** It answers again, also what was asked meanwhile. */
  thaw(): void;
  /** SIGKILL; resolves when the process has gone. */
  kill(): Promise<void>;
  /** On the files as they are; resolves when it answers. */
  start(): Promise<void>;
  /** Keeps a copy of the files, as an operator's backup does: everything written so far is in it. */
  copy(): Promise<void>;
  /** Kills it, puts the copy in the place of its files, and starts it. */
  restore(): Promise<void>;
}

/** Its clients reconnect as those of the house do. Needs redis-server on PATH. */
export async function startDurableRedis(): Promise<DurableRedis> {
  const dir = await mkdtemp(join(tmpdir(), "mujaz-durable-"));
  const [files, backup, path] = [join(dir, "files"), join(dir, "backup"), join(dir, "redis.sock")];
  const clients: Clients = createClients({ path }, createLog({ level: "fatal", format: "json" }));
  let child: ChildProcess | undefined;
  const endChild = (): void => void child?.kill("SIGKILL");
  process.once("exit", endChild);

  async function start(): Promise<void> {
    const settings = [
      "--port",
      "0",
      "--unixsocket",
      path,
      "--save",
      "",
      "--appendonly",
      "yes",
      "--dir",
      files,
    ];
    const started = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      started.once("error", reject);
      started.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
      started.stdout?.on("data", (chunk: Buffer) => {
        if (/ready to accept connections/i.test(String(chunk))) resolve();
      });
    });
    started.removeAllListeners("exit");
  }

  async function kill(): Promise<void> {
    if (child === undefined) return;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    child = undefined;
  }

  await mkdir(files);
  await start();
  return {
    isReal: true,
    path,
    connect: (): Redis => clients.connect("test"),
    start,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    kill,
    async copy() {
      await cp(files, backup, { recursive: true });
    },
    async restore() {
      await kill();
      await rm(files, { recursive: true });
      await cp(backup, files, { recursive: true });
      await start();
    },
    async close() {
      await clients.close();
      process.off("exit", endChild);
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
