// Walks through the bot as a reader may, and holds after each step what Redis says against the model.
import fc from "fast-check";
import { expect } from "vitest";
import { createDialogues } from "../../../src/bot/dialogues.ts";
import { createForgetting } from "../../../src/schedule/forget.ts";
import type { Talk } from "../talk.ts";
import { forged, type Model, presses, readData, says, stranger } from "./model.ts";

export type Step =
  | { readonly say: string }
  /** A button of the newest message that has any: which kind, and which of them, counted around. */
  | { readonly press: number }
  /** A button of any message of this walk, as an old one may still be pressed. */
  | { readonly pressOld: number }
  | { readonly forge: string };

/** What leads on to most states and screens is said more often than what only shows something. */
const anySaying = fc
  .oneof(
    { weight: 2, arbitrary: fc.constantFrom("/subscribe", "/settings", "/pause 3", "/unsubscribe", "21:00") },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(says)) },
  )
  .map((say) => ({ say }));

/** Begins with something that is said: before that there is no button. */
export function anyWalk(mostSteps: number): fc.Arbitrary<readonly Step[]> {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: anySaying },
    { weight: 6, arbitrary: fc.nat(200).map((press) => ({ press })) },
    { weight: 2, arbitrary: fc.nat(200).map((pressOld) => ({ pressOld })) },
    { weight: 1, arbitrary: fc.constantFrom(...forged).map((forge) => ({ forge })) },
  );
  const rest = fc.noBias(fc.array(step, { maxLength: mostSteps - 1, size: "max" }));
  return fc.tuple(anySaying, rest).map(([first, others]) => [first, ...others]);
}

const chat = 1001;
const dayMs = 24 * 3_600_000;

export interface Walker {
  /** Throws at the first step after which something is not as the model says. */
  walk(steps: readonly Step[]): Promise<void>;
  /** Steps taken so far, and names of buttons that have no row in the model. */
  report(): { readonly steps: number; readonly unknown: readonly string[] };
}

interface Key {
  readonly messageId: number;
  readonly data: string;
}

export async function createWalker(talk: Talk): Promise<Walker> {
  const { house, playground, logged } = talk.test;
  const dialogues = createDialogues(house.main, "mujaz");
  const forgetting = createForgetting(house.main, "mujaz");
  const topics = await house.topics.all();
  const unknown = new Set<string>();
  let steps = 0;
  let keys: Key[][] = [];
  let answered = new Set<unknown>();
  let heard = { said: 0, rejected: [] as string[] };

  playground.onCall(({ method, params, answer }) => {
    if (method === "answerCallbackQuery") answered.add(params["callback_query_id"]);
    if (answer?.ok === false && !/not modified/.test(answer.description)) {
      heard.rejected.push(`${method}: ${answer.description}`);
    }
    if (answer?.ok !== true || !/^(send(?!Chat)|edit)/.test(method)) return;
    heard.said += 1;
    const shown = answer.result as {
      message_id: number;
      reply_markup?: { inline_keyboard: { callback_data?: string }[][] };
    };
    const buttons = (shown.reply_markup?.inline_keyboard ?? [])
      .flat()
      .flatMap(({ callback_data: data }) =>
        data === undefined ? [] : [{ messageId: shown.message_id, data }],
      );
    if (buttons.length > 0) keys.push(buttons);
  });

  /** What the step presses, undefined for one that speaks; null where there is nothing to press. */
  function keyOf(step: Step): Key | undefined | null {
    if ("say" in step) return undefined;
    const newest = keys.at(-1)?.[0];
    if (newest === undefined) return null;
    if ("forge" in step) return { ...newest, data: step.forge };
    if ("pressOld" in step) {
      const all = keys.flat();
      return all[step.pressOld % all.length] ?? null;
    }
    // First what kind of button, then which of them: or a screen of 24 hours would be all about hours.
    const buttons = keys.at(-1) ?? [];
    const names = [...new Set(buttons.map(({ data }) => readData(data)[0]))];
    const name = names[step.press % names.length];
    const ofName = buttons.filter(({ data }) => readData(data)[0] === name);
    return ofName[Math.floor(step.press / names.length) % ofName.length] ?? null;
  }

  async function take(model: Model, step: Step): Promise<Model> {
    const key = keyOf(step);
    if (key === null) return model;
    steps += 1;
    answered = new Set();
    heard = { said: 0, rejected: [] };
    const now = new Date();
    const met = { ...model, isKnown: true };
    if (key === undefined) playground.say(1, "say" in step ? step.say : "");
    const query = key && playground.press(1, key.messageId, key.data);
    for (const update of await talk.updates()) await talk.handle(update);
    expect({ logged: logged.slice(), rejected: heard.rejected }).toEqual({ logged: [], rejected: [] });
    if (key === undefined) {
      expect(heard.said).toBeGreaterThan(0);
      const said = "say" in step ? step.say : "";
      return says[said]?.(met, said, { now, topics }) ?? met;
    }
    expect(answered.has(query)).toBe(true);
    const [name, argument] = readData(key.data);
    const effect = presses[name];
    if (effect !== undefined) return effect(met, argument, { now, topics });
    if (!forged.includes(key.data)) unknown.add(name);
    return met;
  }

  async function compare(model: Model): Promise<void> {
    const known = await house.subscribers.byChat(chat, null);
    expect(known !== undefined).toBe(model.isKnown);
    if (known === undefined) return expect(await house.main.zcard("{mujaz}:due")).toBe(0);
    const { number, subscriber } = known;
    const { status, reason, times, topics: chosen, zone, length, locale, pausedUntil } = subscriber;
    const days = pausedUntil === null ? null : (Date.parse(pausedUntil) - Date.now()) / dayMs;
    const is: Omit<Model, "isKnown"> = {
      status: status === "active" ? "active" : "inactive",
      reason,
      pausedDays: days === null ? null : Math.round(days),
      times: times.map(String),
      topics: chosen,
      zone,
      length,
      locale,
      typing: (await dialogues.current(number, chat))?.data,
    };
    const { isKnown: _, ...ought } = model;
    expect(is).toEqual(ought);
    // Who is to get digests is due, at a moment ahead and after the pause; nobody else is.
    const due = await house.main.zscore("{mujaz}:due", String(number));
    const isDue = ought.status === "active" && ought.times.length > 0;
    expect(due !== null).toBe(isDue);
    if (due !== null) {
      expect(Number(due) * 1000).toBeGreaterThan(Math.max(Date.now(), Date.parse(pausedUntil ?? "") || 0));
    }
    expect(await house.main.hexists("{mujaz}:pend", String(number))).toBe(0);
  }

  return {
    async walk(path) {
      await forgetting.forget(chat);
      logged.splice(0);
      keys = [];
      let model = stranger;
      for (const step of path) {
        const next = await take(model, step);
        await compare(next);
        model = next;
      }
    },
    report: () => ({ steps, unknown: [...unknown] }),
  };
}
