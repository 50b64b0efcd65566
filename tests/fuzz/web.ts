// A real `web` process that is handed any updates, by polling or by webhook: what must hold after each batch, and its heap.
import fc from "fast-check";
import { expect } from "vitest";
import { fromRecord, letterOf } from "../../src/subscribers/fields.ts";
import type { FuzzApi } from "./api.ts";
import { pressedIn, queriesIn, silentOnes, withRealButtons } from "./read.ts";
import { broken, type FuzzStand, onFuzzStand, type StandOptions } from "./stand.ts";
import { anyUpdate } from "./updates.ts";

/** How long an answer may be waited for: never, when all is well. */
const patienceMs = 20_000;

export interface FuzzReport {
  readonly updates: number;
  readonly changed: number;
  readonly answered: number;
  /** Heap in use after a collection, MB. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

export interface FuzzOptions extends StandOptions {
  readonly seed: number;
  readonly updates: number;
  /** So many go before the heap is measured for the first time. */
  readonly warmUp: number;
  /** People who take part. */
  readonly crowd: number;
  /** Updates after which all is looked at. */
  readonly batch: number;
}

/** Throws on the first thing that does not hold, with what the process has said. */
export const fuzzWeb = (options: FuzzOptions): Promise<FuzzReport> =>
  onFuzzStand(options, (stand) => run(stand, options));

async function run({ redis, api, web, give, heap }: FuzzStand, options: FuzzOptions): Promise<FuzzReport> {
  const { seed, updates, warmUp, crowd, batch: perBatch } = options;
  const client = redis.connect();
  let [changed, answered, given, heapBefore] = [0, 0, 0, 0];
  let before = await client.hgetall("{mujaz}:records");
  const any = anyUpdate(crowd);
  while (given < updates) {
    const sample = fc.sample(any, { seed: seed + given, numRuns: perBatch });
    const batch = withRealButtons(sample, api.shown());
    await give(batch);
    given += batch.length;
    const look = (): Promise<Record<string, string>> => client.hgetall("{mujaz}:records");
    const after = await settled(look, api, queriesIn(batch));
    const heard = api.heard();
    for (const [number, record] of Object.entries(after)) {
      if (before[number] === record) continue;
      const lines = fromRecord(record);
      const chat = lines[letterOf("chat")] ?? "";
      // Who has said something is known from then on: that alone is no wish of theirs.
      if (before[number] === undefined && lines[letterOf("reason")] === "visitor") continue;
      changed += 1;
      // A button may be answered by its own words alone.
      const isAnswered = heard.chats.has(chat) || pressedIn(batch, chat).some((id) => heard.queries.has(id));
      // Leaving and coming back by the platform's own menus is no wish to be answered.
      const of = (): string =>
        JSON.stringify(batch.filter((update) => JSON.stringify(update).includes(chat)));
      if (!isAnswered)
        expect(silentOnes(batch), `${record} was changed without a word by ${of()}`).toContain(chat);
    }
    for (const id of queriesIn(batch)) {
      expect(heard.queries, `the button ${id} has no answer`).toContain(id);
      answered += 1;
    }
    expect(web.output()).not.toMatch(broken);
    before = after;
    if (given >= warmUp && heapBefore === 0) heapBefore = await heap();
  }
  const heapAfter = await heap();
  return { updates: given, changed, answered, heapBefore, heapAfter };
}

/** Redis as it is once these are answered and nothing is under way any more. */
async function settled(
  look: () => Promise<Record<string, string>>,
  api: FuzzApi,
  waited: readonly string[],
): Promise<Record<string, string>> {
  const untilMs = performance.now() + patienceMs;
  for (let last = ""; ; ) {
    const now = await look();
    const state = JSON.stringify([now, api.calls()]);
    const isOver = api.hasAnswered(waited) || performance.now() > untilMs;
    if (state === last && isOver) return now;
    last = state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
