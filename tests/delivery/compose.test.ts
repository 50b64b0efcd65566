// Compositions are shared while the store stays as it is, and let go of when it changes.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createArticleStore } from "../../src/articles/store.ts";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { type Composition, createCompose } from "../../src/delivery/compose.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { root } from "../root.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const now = new Date("2026-11-24T06:00:00Z");

it("shares a composition until the store changes, and then holds its articles no longer", async () => {
  const loaded = loadConfig({ env: { CONFIG_DIR: join(root, "config") }, cwd: tmpdir() });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { config } = loaded;
  const store = createArticleStore(redis.connect(), "compose");
  const put = async (id: string): Promise<void> => {
    const draft = draftOf(id);
    await store.put(draft, optionsOf(draft));
  };
  const compose = createCompose({
    shelf: store,
    messages: createMessages(config.messages, "ar"),
    sentences: config.summary.sentences,
    topicName: (_locale, topic) => topic,
    carryHours: config.delivery.carryHours,
  });
  const line = parseLine('{"chat":1}', { zone: "Africa/Cairo", now });
  if (!line.ok) throw new Error(line.message);
  const { subscriber } = line;
  const held = async (): Promise<WeakRef<Composition>> => {
    const made = await compose(subscriber, { now });
    expect(made.stories).toHaveLength(1);
    expect(await compose(subscriber, { now })).toBe(made);
    return new WeakRef(made);
  };

  await put("a");
  const before = await held();
  await put("b");
  expect((await compose(subscriber, { now })).stories).toHaveLength(2);
  // What was awaited is let go of with the turn of the event loop.
  for (let at = 0; at < 5; at += 1) {
    await turn();
    collect();
  }
  expect(before.deref()).toBeUndefined();
});
