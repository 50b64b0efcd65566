// Warnings and errors of all processes in one short list: none is lost while Redis is away, and no words of anybody are in it.
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countLines } from "../../src/runtime/countedLog.ts";
import { createFailureList, createFailureStore, mostFailures } from "../../src/runtime/failures.ts";
import { createLog } from "../../src/runtime/log.ts";
import { createMeter } from "../../src/runtime/meter.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const at = new Date("2026-11-27T05:00:00Z");
const quiet = createLog({
  level: "warn",
  format: "json",
  stream: new Writable({ write: (_line, _encoding, done) => done() }),
});

it("keeps the newest of two processes, each with who logged it, the newest first", async () => {
  const store = createFailureStore(redis.connect(), "two");
  const [web, clock] = [createFailureList(() => at), createFailureList(() => new Date(at.getTime() + 1_000))];
  web.add("warn", "poll.conflict", {});
  clock.add("error", "tick.failed", {});
  // The one that logged first brings it last.
  await store.flush(clock, "clock");
  await store.flush(web, "web");
  expect((await store.newest()).map(({ event, by }) => [event, by])).toEqual([
    ["tick.failed", "clock"],
    ["poll.conflict", "web"],
  ]);
  for (let count = 0; count < mostFailures + 50; count += 1) web.add("warn", "many", { count });
  await store.flush(web, "web");
  const kept = await store.newest();
  expect(kept).toHaveLength(mostFailures);
  expect(kept.every(({ event }) => event === "many")).toBe(true);
  expect(await redis.connect().llen("{two}:failures")).toBe(mostFailures);
});

it("gives back to the list what Redis did not take, and brings it later in the old order", async () => {
  const client = redis.connect();
  const store = createFailureStore(client, "away");
  const list = createFailureList(() => at);
  list.add("warn", "first", {});
  await client.set("{away}:failures", "not a list");
  await expect(store.flush(list, "web")).rejects.toThrow();
  list.add("warn", "second", {});
  await client.del("{away}:failures");
  await store.flush(list, "web");
  expect(
    (await client.lrange("{away}:failures", 0, -1)).map(
      (json) => (JSON.parse(json) as { event: string }).event,
    ),
  ).toEqual(["second", "first"]);
});

it("takes warnings and errors from the log with the fields of its children, and neither words nor chats", () => {
  const list = createFailureList(() => at);
  const log = countLines(quiet, createMeter(), list).child({ member: 7 });
  const err = Object.assign(new Error("قال القارئ كلاماً"), { code: 400 }); // "the reader said something"
  log.info("digest.sent", { slot: 1 });
  log.warn("digest.refused", { slot: 1, why: "entities", chat: 1001, user: 5, message: "سر", title: "سر" }); // "a secret"
  log.error("handler.failed", { err, reason: `https://api.telegram.org/bot12345:${"A".repeat(35)}/getMe` });
  const [refused, failed, ...rest] = list.drain();
  expect(rest).toEqual([]);
  expect(refused).toEqual({
    at: at.toISOString(),
    level: "warn",
    event: "digest.refused",
    ids: { member: 7, slot: 1, why: "entities" },
  });
  expect(failed?.ids).toMatchObject({ member: 7, error: "Error", code: 400 });
  expect(JSON.stringify(failed)).not.toMatch(/القارئ|AAAA/);
});
