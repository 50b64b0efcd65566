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
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
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

/** A store of its own under this prefix, and what composes from it. */
function openComposing(prefix: string) {
  const loaded = loadConfig({ env: { CONFIG_DIR: join(root, "config") }, cwd: tmpdir() });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { config } = loaded;
  const store = createArticleStore(redis.connect(), prefix);
  const put = async (id: string, changes: Parameters<typeof draftOf>[1] = {}): Promise<void> => {
    const draft = draftOf(id, changes);
    await store.put(draft, optionsOf(draft));
  };
  const compose = createCompose({
    shelf: store,
    messages: createMessages(config.messages, "ar"),
    sentences: config.summary.sentences,
    topicName: (_locale, topic) => topic,
    carryHours: config.delivery.carryHours,
  });
  return { put, compose };
}

function readerOf(settings: object): Subscriber {
  const line = parseLine(JSON.stringify({ chat: 1, ...settings }), { zone: "Africa/Cairo", now });
  if (!line.ok) throw new Error(line.message);
  return line.subscriber;
}

it("shares a composition until the store changes, and then holds its articles no longer", async () => {
  const { put, compose } = openComposing("compose");
  const subscriber = readerOf({});
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

it("is shared by readers whose words no story says, and by nobody whose words one does", async () => {
  const { put, compose } = openComposing("words");
  await put("port", { title: "توسعة الميناء تبدأ في الربيع", summary: { sentences: [] } });
  await put("wheat", { title: "أسعار القمح تستقر", summary: { sentences: [] } });
  const of = (settings: object) => compose(readerOf(settings), { now });
  const plain = await of({});
  expect(await of({ follow: ["المطار"], block: ["البورصة"] })).toBe(plain);
  expect(await of({ follow: ["المتحف الكبير"] })).toBe(plain);
  const [follower, blocker] = [await of({ follow: ["الميناء"] }), await of({ block: ["القمح"] })];
  expect(follower).not.toBe(plain);
  expect(plain.stories).toHaveLength(2);
  expect(blocker.stories).toHaveLength(1);
});
