// One redis-server for each worker of the run, where it is on PATH: to start one for each suite took a tenth of the processor.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Sockets of the servers, one a worker; none where there is no redis-server. */
    readonly redisPaths: readonly string[];
  }
}

/** The numbered stores of a server: each suite has one. */
export const stores = 4096;

export default async function setup({ config, provide }: TestProject): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-redis-"));
  const paths = Array.from({ length: config.maxWorkers }, (_, index) => join(dir, `${index}.sock`));
  const children = paths.map((path) => {
    const files = ["--unixsocket", path, "--dir", dir, "--save", "", "--appendonly", "no"];
    const settings = ["--port", "0", "--databases", String(stores), ...files];
    return spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] });
  });
  const end = (): void => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  };
  process.once("exit", end);
  const areReady = (await Promise.all(children.map(isReady))).every(Boolean);
  provide("redisPaths", areReady ? paths : []);
  return end;
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
