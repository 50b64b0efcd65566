// Crashes ingestion at a chosen point, lets it run again, and says what is wrong afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Redis } from "ioredis";
import { mujaz, root, tempDir } from "../../e2e/server.ts";
import type { TestRedis } from "../../redis.ts";
import { auditStore } from "./audit.ts";
import { type RedisProxy, startRedisProxy } from "./redisProxy.ts";
import { openStage, type Stage } from "./stage.ts";
import { createTrap, type Moment, type Point, type Trap } from "./trap.ts";

/**
 * "first": into an empty store. "later": the second edition over the first. "two": another ingester goes
 * through a whole run while this one hangs at its point.
 */
export type Scene = "first" | "later" | "two";

export interface Crash extends Point {
  readonly scene: Scene;
}

/** For people: «put 3, lost, later». */
export function describeCrash({ scene, step, moment, nth }: Crash): string {
  return `${step} ${nth}, ${moment}, ${scene}`;
}

export interface Drill {
  /** What a whole run passes: step → how often; empty without whole runs. */
  readonly steps: Readonly<Record<"first" | "later", ReadonlyMap<string, number>>>;
  /** False when the run ended before the point came. */
  crash(crash: Crash): Promise<{ readonly isKilled: boolean; readonly faults: readonly string[] }>;
  /** The store after the last crash. */
  audit(): Promise<readonly string[]>;
  readonly redis: Redis;
  readonly prefix: string;
  close(): Promise<void>;
}

let drills = 0;

/**
 * A drill has a publisher, a folder and a prefix of its own; several may run at once on one Redis. It begins with whole runs
 * that nobody kills; where another drill has made them, "none" saves their seconds, and only scenes of an empty store are left.
 */
export async function openDrill(
  server: TestRedis,
  { wholeRuns = "both editions" }: { readonly wholeRuns?: "both editions" | "none" } = {},
): Promise<Drill> {
  const prefix = `crash-${++drills}`;
  const redis = server.connect();
  const dir = await tempDir();
  const stage = await openStage(dir.path, root);
  const path = redis.options.path ?? "";
  const proxy = await startRedisProxy(path, createTrap());
  const around: Around = { stage, proxy, path, prefix, runs: new Set() };
  const clear = async (): Promise<void> => {
    const keys = await redis.keys(`{${prefix}}:*`);
    if (keys.length > 0) await redis.del(keys);
  };

  /** A whole run without a crash, through the proxy, which counts its steps. */
  const pass = async (edition: "first" | "later"): Promise<ReadonlyMap<string, number>> => {
    const expected = await stage.publish(edition);
    const trap = createTrap();
    const faults = ended(await ingest(around, trap).done);
    faults.push(...(await auditStore(redis, prefix, expected)));
    if (faults.length > 0) throw new Error(`without any crash: ${faults.join("\n")}`);
    return trap.counts;
  };
  /** Undefined without whole runs. */
  let afterFirst: Snapshot | undefined;
  const steps: Record<"first" | "later", ReadonlyMap<string, number>> = {
    first: new Map(),
    later: new Map(),
  };
  if (wholeRuns === "both editions") {
    steps.first = await pass("first");
    afterFirst = await takeSnapshot(redis, prefix);
    steps.later = await pass("later");
  }
  let expected: Awaited<ReturnType<Stage["publish"]>> = [];

  return {
    steps,
    redis,
    prefix,
    async crash({ scene, ...point }) {
      await clear();
      if (scene === "later") {
        if (afterFirst === undefined) throw new Error("this drill has no first edition to begin with");
        await afterFirst.restore();
      }
      expected = await stage.publish(scene === "later" ? "later" : "first");
      const faults: string[] = [];
      const trap = createTrap(point, async () => {
        if (scene === "two") faults.push(...ended(await ingest(around).done));
      });
      const { signal } = await ingest(around, trap).done;
      const before = await numbersIn(redis, prefix);
      await passAMinute(redis, prefix);
      faults.push(...ended(await ingest(around).done));
      faults.push(...(await auditStore(redis, prefix, expected)));
      const after = await numbersIn(redis, prefix);
      for (const [id, number] of before) {
        if (after.get(id) !== number) faults.push(`${id} was ${number} and is ${after.get(id)}`);
      }
      return { isKilled: signal === "SIGKILL", faults };
    },
    audit: () => auditStore(redis, prefix, expected),
    async close() {
      for (const child of around.runs) child.kill("SIGKILL");
      await proxy.close();
      await stage.close();
      await dir.dispose();
    },
  };
}

interface Around {
  readonly stage: Stage;
  readonly proxy: RedisProxy;
  /** The real server's socket. */
  readonly path: string;
  readonly prefix: string;
  readonly runs: Set<ChildProcess>;
}

interface End {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** `mujaz ingest` as a process; the trap, if there is one, sits in its way to Redis and to the publishers. */
function ingest({ stage, proxy, path, prefix, runs }: Around, trap?: Trap): { readonly done: Promise<End> } {
  if (trap !== undefined) {
    proxy.setTrap(trap);
    stage.setTrap(trap);
  }
  const { PATH, HOME, LANG } = process.env;
  const env = {
    PATH,
    HOME,
    LANG,
    ...stage.env,
    LOG_FORMAT: "json",
    REDIS_URL: trap === undefined ? path : proxy.url,
    REDIS_PREFIX: prefix,
  };
  const child = spawn(process.execPath, [mujaz, "ingest"], {
    cwd: tmpdir(),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  trap?.arm(child);
  runs.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  const done = new Promise<End>((resolve) => {
    child.once("close", (status, signal) => {
      runs.delete(child);
      resolve({ status, signal, output });
    });
  });
  return { done };
}

/** What is wrong with a run that nobody killed. */
function ended({ status, signal, output }: End): string[] {
  const isWell = status === 0 && !/[1-9]\d* rejected|not read|"level":(?:50|60)/.test(output);
  return isWell ? [] : [`the run ended with ${status ?? signal}: ${output}`];
}

/** The lease of a killed reader ends a minute after its last sign of life: here at once. */
async function passAMinute(redis: Redis, prefix: string): Promise<void> {
  for (const key of await redis.keys(`{${prefix}}:sources:lease:*`)) {
    const leftMs = await redis.pttl(key);
    if (leftMs < 0 || leftMs > 60_000) throw new Error(`a lease that lasts ${leftMs} ms`);
    await redis.del(key);
  }
}

async function numbersIn(redis: Redis, prefix: string): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries(await redis.hgetall(`{${prefix}}:articles:ids`)));
}

interface Snapshot {
  restore(): Promise<void>;
}

async function takeSnapshot(redis: Redis, prefix: string): Promise<Snapshot> {
  const keys = await redis.keys(`{${prefix}}:*`);
  const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  return {
    async restore() {
      await Promise.all(keys.map((key, at) => redis.restore(key, 0, values[at] ?? "")));
    },
  };
}

/** Every step of a run at every moment it can break at, each at a seeded time that it comes. */
export function pointsOf(steps: ReadonlyMap<string, number>, scene: Scene, random: () => number): Crash[] {
  return [...steps].flatMap(([step, count]) =>
    momentsOf(step).map((moment) => ({ scene, step, moment, nth: 1 + Math.floor(random() * count) })),
  );
}

function momentsOf(step: string): readonly Moment[] {
  const isRequest = step === "the feed" || step === "a page" || step === "robots.txt";
  return isRequest ? ["before", "middle"] : ["before", "sent", "lost"];
}
