// One redis-server for each worker of the run, where it is on PATH: to start one for each suite took a tenth of the processor.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { spawnRedis } from "./redisServer.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Sockets of the servers, one a worker; none where there is no redis-server. */
    readonly redisPaths: readonly string[];
  }
}

export default async function setup({ config, provide }: TestProject): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-redis-"));
  const paths = Array.from({ length: config.maxWorkers }, (_, index) => join(dir, `${index}.sock`));
  const children = await Promise.all(paths.map(spawnRedis));
  const end = (): void => {
    for (const child of children) child?.kill("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  };
  process.once("exit", end);
  provide("redisPaths", children.includes(undefined) ? [] : paths);
  return end;
}
