// kill -9 at every step of `mujaz ingest` that a run passes, at every moment of it, in an empty store, over an older edition and
// beside another ingester.
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";
import { type Crash, type Drill, describeCrash, openDrill, pointsOf } from "./crash/drill.ts";
import { createRandom } from "./crash/random.ts";

/** Another seed kills at other times that a step comes. */
const seed = Number(process.env["CRASH_SEED"] ?? 1);

/** Where two at once meet. */
const meetings = ["known", "list a source", "take the lease", "ask the highest number", "put"];

describe.skipIf(!hasRedisServer)("a killed ingestion", () => {
  let server: TestRedis;
  let drills: readonly Drill[] = [];
  beforeAll(async () => {
    server = await startRedisServer();
    drills = await Promise.all([openDrill(server), openDrill(server)]);
  });
  afterAll(async () => {
    for (const drill of drills) await drill.close();
    await server.close();
  });

  it("leaves every article once, with one number and one story, wherever it was killed", {
    timeout: 3_600_000,
  }, async () => {
    const [drill] = drills;
    if (drill === undefined) throw new Error("there is no drill");
    const random = createRandom(seed);
    const { first, later } = drill.steps;
    const two = new Map(meetings.map((step) => [step, first.get(step) ?? 1]));
    const crashes: Crash[] = [
      ...pointsOf(first, "first", random),
      ...pointsOf(later, "later", random),
      ...pointsOf(two, "two", random),
    ];
    const waiting = [...crashes];
    const spread = new Map<string, number>();
    const faults: string[] = [];
    await Promise.all(
      drills.map(async ({ crash }) => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          const result = await crash(one);
          faults.push(...result.faults.map((fault) => `${describeCrash(one)}: ${fault}`));
          if (result.isKilled) spread.set(one.step, (spread.get(one.step) ?? 0) + 1);
          else faults.push(`${describeCrash(one)}: the point never came`);
        }
      }),
    );
    const killed = [...spread.values()].reduce((sum, count) => sum + count, 0);
    console.log(`killed ${killed} times (seed ${seed}):`, Object.fromEntries(spread));
    expect(faults).toEqual([]);
    expect(killed).toBeGreaterThanOrEqual(60);
    expect([...first.keys()].filter((step) => !spread.has(step))).toEqual([]);
  });
});
