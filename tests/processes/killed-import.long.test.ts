// `mujaz subscribers import` killed with -9 goes on where it was, and leaves what one whole import leaves.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { exportLines } from "../../src/subscribers/transfer.ts";
import { mujaz, root, tempDir } from "../e2e/server.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";

let redis: TestRedis;
let dir: Awaited<ReturnType<typeof tempDir>>;
beforeAll(async () => {
  redis = await startRedisServer();
  dir = await tempDir();
});
afterAll(async () => {
  await dir.dispose();
  await redis.close();
});

const count = 9_000;
const since = "2026-11-24T05:00:00Z";

/** Every thousandth line is broken. */
const refused = count / 1_000;

function fileOf(change: (line: number) => string = () => "07:00"): string {
  const lines = Array.from({ length: count }, (_, at) =>
    at % 1000 === 999 ? '{"chat":' : JSON.stringify({ chat: at + 1, times: [change(at + 1)], since }),
  );
  const path = join(dir.path, "readers.jsonl");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function start(prefix: string, file: string): { child: ChildProcess; said: () => string } {
  const { PATH, HOME } = process.env;
  const path = redis.connect().options.path ?? "";
  const child = spawn(process.execPath, [mujaz, "subscribers", "import", file], {
    cwd: dir.path,
    env: {
      PATH,
      HOME,
      REDIS_URL: path,
      REDIS_PREFIX: prefix,
      CONFIG_DIR: join(root, "config"),
      LOG_LEVEL: "error",
    },
  });
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  return { child, said: () => said };
}

/** Kills it once so many readers are stored; gives how many were then. */
async function killAt(prefix: string, file: string, readers: number): Promise<number> {
  const store = createSubscriberStore(redis.connect(), prefix);
  const { child } = start(prefix, file);
  await expect.poll(() => store.count(), { timeout: 60_000, interval: 5 }).toBeGreaterThan(readers);
  child.kill("SIGKILL");
  await once(child, "exit");
  return store.count();
}

async function stored(prefix: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(createSubscriberStore(redis.connect(), prefix))) lines.push(line);
  return lines.sort();
}

it("goes on behind the last bookmark, says so, and every line is there once", async ({ skip }) => {
  skip(!redis.isReal, "two processes need a redis-server");
  const file = fileOf();
  const reached = await killAt("cut", file, 5_000);
  expect(reached).toBeLessThan(count - refused);
  const again = start("cut", file);
  await once(again.child, "exit");
  const after = /goes on after line (\d+)/.exec(again.said());
  expect(Number(after?.[1])).toBeGreaterThanOrEqual(2_000);
  expect(Number(after?.[1])).toBeLessThanOrEqual(reached + refused);
  const whole = start("whole", file);
  await once(whole.child, "exit");
  expect(whole.said()).toContain(`${count - refused} imported, ${refused} refused`);
  expect(await stored("cut")).toEqual(await stored("whole"));
  // The end removes the mark: the same command later is a whole import.
  expect(await redis.connect().keys("{cut}:import:*")).toEqual([]);
}, 120_000);

it("begins at the first line where the part that was imported has been changed meanwhile", async ({
  skip,
}) => {
  skip(!redis.isReal, "two processes need a redis-server");
  await killAt("edited", fileOf(), 3_000);
  const again = start(
    "edited",
    fileOf((line) => (line === 2 ? "09:00" : "07:00")),
  );
  await once(again.child, "exit");
  expect(again.said()).not.toContain("goes on after");
  expect(again.said()).toContain(`${count - refused} imported`);
  const store = createSubscriberStore(redis.connect(), "edited");
  expect((await store.byChat(2, null))?.subscriber.times).toEqual(["09:00"]);
}, 120_000);
