// kill -9 in the middle of `mujaz ingest`, a few points of it; tests/articles/crash.long.test.ts goes through all.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";
import { type Crash, type Drill, describeCrash, openDrill } from "./crash/drill.ts";

/** The points that have most to lose: in the middle of storing, of a page, of a feed, of remembering how it went. */
const pairs: readonly (readonly [Crash, Crash])[] = [
  [
    { scene: "first", step: "put", moment: "sent", nth: 3 },
    { scene: "later", step: "note a feed's state", moment: "before", nth: 1 },
  ],
];

describe.skipIf(!hasRedisServer)("a killed ingestion", () => {
  let server: TestRedis;
  let drills: readonly Drill[] = [];
  beforeAll(async () => {
    server = await startRedisServer();
    // In the order of a pair: only "later" has to begin with whole runs.
    drills = await Promise.all([openDrill(server, { wholeRuns: "none" }), openDrill(server)]);
  });
  afterAll(async () => {
    for (const drill of drills) await drill.close();
    await server.close();
  });

  it.each(pairs.map((pair) => [pair.map(describeCrash).join(" and "), pair] as const))(
    "leaves every article once, with one number and one story, when it runs again: killed at %s",
    async (_name, pair) => {
      const results = await Promise.all(pair.map((crash, lane) => drills[lane]?.crash(crash)));
      expect(results).toEqual(pair.map(() => ({ isKilled: true, faults: [] })));
    },
  );

  it.each([
    ["an article that no name finds", "hdel", "articles:ids"],
    ["a story that no list shows", "zrem", "stories:latest"],
    ["a body that nobody owns", "hdel", "articles:texts"],
  ] as const)("is looked at closely: %s is a fault", async (_name, command, key) => {
    const [drill] = drills;
    if (drill === undefined) throw new Error("there is no drill");
    const full = `{${drill.prefix}}:${key}`;
    const held = await drill.redis.dumpBuffer(full);
    const one = command === "zrem" ? await drill.redis.zrange(full, 0, 0) : await drill.redis.hkeys(full);
    await drill.redis[command](full, one[0] ?? "");
    expect(await drill.audit()).toHaveLength(1);
    await drill.redis.restore(full, 0, held, "REPLACE");
    expect(await drill.audit()).toEqual([]);
  });
});
