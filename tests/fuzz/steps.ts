// Updates handed over one at a time: whatever key of the store one of them changes, somebody hears of it.
import fc from "fast-check";
import type { Redis } from "ioredis";
import { expect } from "vitest";
import { kindOf } from "../../src/backup/keys.ts";
import { fromRecord, letterOf } from "../../src/subscribers/fields.ts";
import { silentOnes, withRealButtons } from "./read.ts";
import { botId, broken, onFuzzStand, operators, type StandOptions } from "./stand.ts";
import { type AnyUpdate, anyUpdate, entitiesOf, words } from "./updates.ts";

const prefix = "{mujaz}:";

/** Name → content of every key, hashed. A hash or a set of many members may give them in another order after a read alone. */
const snapshotScript = `
local all, cursor = {}, '0'
repeat
  local found = redis.call('SCAN', cursor, 'MATCH', ARGV[1] .. '*', 'COUNT', 1000)
  cursor = found[1]
  for _, key in ipairs(found[2]) do
    local kind, content = redis.call('TYPE', key).ok, nil
    if kind == 'hash' then
      local pairs = redis.call('HGETALL', key)
      local lines = {}
      for at = 1, #pairs, 2 do lines[#lines + 1] = pairs[at] .. '=' .. pairs[at + 1] end
      table.sort(lines)
      content = table.concat(lines, '\\0')
    elseif kind == 'set' then
      local members = redis.call('SMEMBERS', key)
      table.sort(members)
      content = table.concat(members, '\\0')
    else content = redis.call('DUMP', key) end
    all[#all + 1] = key
    all[#all + 1] = redis.sha1hex(content)
  end
until cursor == '0'
return all`;

/** Keys that are no state of anybody's: what is counted or remembered of every update, whatever it brings. */
const ofEveryUpdate = /^(?:updates|handled|limit|pace|metrics|jobs|denied|lease|failures)\b/;

/** How long an answer may be waited for once the store has changed. */
const patienceMs = 5_000;

export interface StepsOptions extends StandOptions {
  readonly seed: number;
  readonly updates: number;
  /** People who take part. */
  readonly crowd: number;
}

export interface StepsReport {
  readonly updates: number;
  /** Updates that changed something. */
  readonly changed: number;
  /** Kinds of keys that changed, as docs/ops/data.md names them. */
  readonly kinds: readonly string[];
}

/** Throws where an update changes something and nothing is said, shown or answered. */
export function fuzzSteps(options: StepsOptions): Promise<StepsReport> {
  const { seed, updates, crowd } = options;
  return onFuzzStand(options, async ({ redis, api, web, give }) => {
    const client = redis.connect();
    const kinds = new Set<string>();
    let changed = 0;
    let before = await snapshot(client);
    const answers = fc.sample(words, { seed, numRuns: updates });
    let asked: AnyUpdate | undefined;
    for (const [at, sampled] of fc.sample(stepOf(crowd), { seed, numRuns: updates }).entries()) {
      // Who is asked something says something; else a button that was shown is pressed as often as in the batches.
      const said = asked === undefined ? undefined : answerTo(asked, answers[at] ?? "");
      const [pressed = sampled] = at % 3 === 0 ? withRealButtons([sampled], api.shown().slice(at % 7)) : [];
      const update = said ?? pressed;
      api.heard();
      await give([update]);
      await until(async () => (await client.hlen(`${prefix}updates:${botId}:open`)) === 0);
      const after = await snapshot(client);
      const names = differing(before, after);
      before = after;
      asked = names.some((name) => name.startsWith("dialogue:") && after.has(name)) ? update : undefined;
      if (names.length === 0 || (await isFirstSight(client, names))) continue;
      changed += 1;
      for (const name of names) kinds.add(kindOf(name)?.name ?? `unknown: ${name}`);
      const isHeard = await until(() => {
        const { chats, queries } = api.heard();
        return chats.size + queries.size > 0;
      });
      const what = `${names.join(", ")} changed without a word by ${JSON.stringify(update)}`;
      if (!isHeard) expect(silentOnes([update]), what).not.toEqual([]);
    }
    expect(web.output()).not.toMatch(broken);
    return { updates, changed, kinds: [...kinds].toSorted() };
  });
}

/** As `anyUpdate`, and in every eighth an operator begins what takes several steps. */
function stepOf(crowd: number): fc.Arbitrary<AnyUpdate> {
  const begun = fc
    .record({
      by: fc.constantFrom(...operators),
      name: fc.constantFrom("broadcast", "sources", "feedback", "follow الماء"),
    })
    .map(({ by, name }) => messageOf({ id: by, type: "private" }, { id: by, is_bot: false }, `/${name}`));
  return fc.oneof({ weight: 7, arbitrary: anyUpdate(crowd) }, { weight: 1, arbitrary: begun });
}

/** Words of whom the answer to an update has asked for some, in the same chat. */
function answerTo({ message, callback_query: query }: AnyUpdate, text: string): AnyUpdate | undefined {
  const { chat, from } = (message ?? {}) as Spoken;
  const pressed = (query ?? {}) as { readonly from?: object; readonly message?: Spoken };
  const [where, who] = chat === undefined ? [pressed.message?.chat, pressed.from] : [chat, from];
  return where === undefined || who === undefined ? undefined : messageOf(where, who, text);
}

interface Spoken {
  readonly chat?: object;
  readonly from?: object;
}

function messageOf(chat: object, from: object, text: string): AnyUpdate {
  return { message: { message_id: 7, date: 1, chat, from, text, entities: entitiesOf(text) } };
}

/** Who has said something is known from then on: that alone is no wish of theirs. */
async function isFirstSight(client: Redis, names: readonly string[]): Promise<boolean> {
  if (!names.every((name) => /^(?:records|reader:next|chats:\d+)$/.test(name)) || names.length !== 3)
    return false;
  const newest = await client.hget(`${prefix}records`, (await client.get(`${prefix}reader:next`)) ?? "");
  return fromRecord(newest ?? "")[letterOf("reason")] === "visitor";
}

async function snapshot(client: Redis): Promise<ReadonlyMap<string, string>> {
  const all = (await client.eval(snapshotScript, 0, prefix)) as readonly string[];
  const found = new Map<string, string>();
  for (let at = 0; at < all.length; at += 2) {
    const name = (all[at] ?? "").slice(prefix.length);
    if (!ofEveryUpdate.test(name)) found.set(name, all[at + 1] ?? "");
  }
  return found;
}

/** Names of keys that came, went or hold something else. */
function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

/** Whether it came true in time. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const endMs = performance.now() + patienceMs; performance.now() < endMs; ) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}
