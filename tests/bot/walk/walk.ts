// Walks through the bot as a reader may, and holds after each step what Redis says against the model.
import fc from "fast-check";
import { expect } from "vitest";
import { shownAs } from "../../../src/bot/stories/told.ts";
import { tellingWords } from "../../../src/digest/telling.ts";
import type { House } from "../../../src/processes/house.ts";
import type { Talk } from "../talk.ts";
import { createComparing } from "./compare.ts";
import { type At, type Model, readData, stranger, type Told } from "./model.ts";
import { forged, press } from "./presses.ts";
import { say, sayings } from "./says.ts";

export type Step =
  | { readonly say: string }
  /** A button of the newest message that has any: which kind, and which of them, counted around. */
  | { readonly press: number }
  /** A button of any message of this walk, as an old one may still be pressed. */
  | { readonly pressOld: number }
  | { readonly forge: string };

const leading = [
  "/start",
  "/subscribe",
  "/settings",
  "/digest",
  "/a3",
  "/saved",
  "/follow القمر",
  "/pause 3",
  "/unsubscribe",
  "21:00",
];

/** What leads on to most states and screens is said more often than what only shows something. */
const anySaying = fc
  .oneof(
    { weight: 2, arbitrary: fc.constantFrom(...leading) },
    { weight: 1, arbitrary: fc.constantFrom(...sayings) },
  )
  .map((say) => ({ say }));

/** Begins with something that is said: before that there is no button. Most screens lie two or three taps deep. */
export function anyWalk(mostSteps: number): fc.Arbitrary<readonly Step[]> {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: anySaying },
    { weight: 8, arbitrary: fc.nat(200).map((press) => ({ press })) },
    { weight: 2, arbitrary: fc.nat(200).map((pressOld) => ({ pressOld })) },
    { weight: 1, arbitrary: fc.constantFrom(...forged).map((forge) => ({ forge })) },
  );
  const rest = fc.noBias(
    fc.array(step, { minLength: Math.floor(mostSteps / 2), maxLength: mostSteps - 1, size: "max" }),
  );
  return fc.tuple(anySaying, rest).map(([first, others]) => [first, ...others]);
}

export interface Walker {
  /** Throws at the first step after which something is not as the model says. */
  walk(steps: readonly Step[]): Promise<void>;
  /** Steps taken so far, names of buttons that were pressed, and of those the ones without a row in the model. */
  report(): {
    readonly steps: number;
    readonly pressed: readonly string[];
    readonly unknown: readonly string[];
  };
}

interface Key {
  readonly messageId: number;
  readonly data: string;
}

export async function createWalker(talk: Talk): Promise<Walker> {
  const { house, playground, logged } = talk.test;
  const { compare, forget } = createComparing(house);
  const fixed = { topics: await house.topics.all(), told: await readTold(house.articles) };
  const pressed = new Set<string>();
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
      reply_markup?: { inline_keyboard?: { callback_data?: string }[][] };
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
    if ("pressOld" in step) return pick(keys.flat(), step.pressOld);
    return pick(keys.at(-1) ?? [], step.press);
  }

  async function take(model: Model, step: Step): Promise<Model> {
    const key = keyOf(step);
    if (key === null) return model;
    steps += 1;
    answered = new Set();
    heard = { said: 0, rejected: [] };
    const at: At = { ...fixed, now: new Date() };
    const met = { ...model, isKnown: true };
    const said = "say" in step ? step.say : "";
    if (key === undefined) playground.say(1, said);
    const query = key && playground.press(1, key.messageId, key.data);
    for (const update of await talk.updates()) await talk.handle(update);
    expect({ logged: logged.slice(), rejected: heard.rejected }).toEqual({ logged: [], rejected: [] });
    if (key === undefined) {
      expect(heard.said).toBeGreaterThan(0);
      return say(met, said, at);
    }
    expect(answered.has(query)).toBe(true);
    const [name, argument] = readData(key.data);
    const after = press(met, name, argument, at);
    if ("forge" in step) return after ?? met;
    pressed.add(name);
    if (after === undefined) unknown.add(name);
    return after ?? met;
  }

  return {
    async walk(path) {
      await forget();
      logged.splice(0);
      keys = [];
      let model = stranger;
      for (const step of path) {
        const next = await take(model, step);
        await compare(next);
        model = next;
      }
    },
    report: () => ({ steps, pressed: [...pressed].sort(), unknown: [...unknown] }),
  };
}

/** First what kind of button, then which of them: or a screen of 24 hours would be all about hours. */
function pick(buttons: readonly Key[], choice: number): Key | null {
  const names = [...new Set(buttons.map(({ data }) => readData(data)[0]))];
  const name = names[choice % names.length];
  const ofName = buttons.filter(({ data }) => readData(data)[0] === name);
  return ofName[Math.floor(choice / names.length) % ofName.length] ?? null;
}

async function readTold(shelf: House["articles"]): Promise<ReadonlyMap<number, Told>> {
  const told = new Map<number, Told>();
  for (let number = 1; number <= (await shelf.maxNumber()); number += 1) {
    const shown = await shownAs(shelf, String(number));
    if (shown === undefined) continue;
    const { article, story } = shown;
    told.set(number, { storyId: story.id, topic: article.topics[0], words: tellingWords(article) });
  }
  return told;
}
