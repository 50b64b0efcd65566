// The quiet hours: from when and to when, by buttons in half hours or typed, across midnight too; or none.
import { shortTimeWords, timeWords, voiceOf } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Pressed, Reply, Request, Typed } from "../command.ts";
import { groupScreen } from "./groups.ts";
import { readTime } from "./readTime.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";
import { quietLine } from "./state.ts";

/** What most who want quiet hours choose. */
const usualHours = { from: "23:00", to: "07:00" } as const;

/** Buttons begin with the hours that are chosen most: evenings to begin with, mornings to end. */
const firstHour = { from: 18, to: 4 } as const;

const anyTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** `quiet:` shows them, `quiet:f` asks from when, `quiet:t.23:00` to when, `quiet:s.23:00.07:00` saves, `quiet:off`. */
export function createQuiet(needs: ScreenNeeds): Action {
  return {
    name: "quiet",
    audience: "admins",
    async run(request): Promise<Pressed> {
      const { reader, actor, voice, argument } = request;
      const [step = "", from = "", to = ""] = argument.split(".");
      if (step === "") {
        await needs.dialogues.begin(reader.number, actor.user, { kind: "quiet", data: "" });
        return { edit: screen(needs, request) };
      }
      if (step === "f") return { edit: fromScreen(needs, request) };
      if (step === "t" && anyTime.test(from)) {
        await needs.dialogues.begin(reader.number, actor.user, { kind: "quiet", data: from });
        return { edit: toScreen(needs, request, from) };
      }
      if (step === "off") return { edit: await save(needs, request, null), toast: saved(needs, request) };
      if (step === "s" && anyTime.test(from) && anyTime.test(to) && from !== to) {
        return { edit: await save(needs, request, { from, to }), toast: saved(needs, request) };
      }
      return { toast: needs.messages.plain(voice, "stale-button") };
    },
  };
}

/** Hours that are typed: both, «من 11 مساءً إلى 7 صباحاً» (from 11 in the evening to 7 in the morning), or the one asked for. */
export function createTypedQuiet(needs: ScreenNeeds): Typed {
  return {
    kind: "quiet",
    async read(request, begun) {
      const { messages } = needs;
      const { reader, actor, voice, argument } = request;
      const both = readSpan(argument);
      const single = readTime(argument);
      const to = both?.to ?? (begun === "" ? undefined : single);
      const from = both?.from ?? (begun === "" ? single : begun);
      if (from !== undefined && to !== undefined && from !== to) {
        return [await save(needs, request, { from, to })];
      }
      if (from !== undefined && begun === "" && both === undefined) {
        await needs.dialogues.begin(reader.number, actor.user, { kind: "quiet", data: from });
        return [toScreen(needs, request, from)];
      }
      if (from !== undefined && from === to) {
        return [{ html: messages.say(voice, "quiet-same"), keyboard: [wayBack(messages, voice, "quiet:")] }];
      }
      const isTry = /\d/.test(toLatinDigits(argument));
      const example = spanExample(messages, voice);
      return isTry ? [{ html: messages.say(voice, "quiet-unread", { example }) }] : undefined;
    },
  };
}

/** "23:00-07:00", «من 11 مساءً إلى 7 صباحاً»; undefined for anything else. */
export function readSpan(text: string): { readonly from: string; readonly to: string } | undefined {
  const [first = "", second = "", ...rest] = text
    .trim()
    .replace(/^(?:من|from)\s+/i, "")
    .split(/\s*(?:[-–—]|\s(?:إلى|الى|حتى|to|until)\s)\s*/i);
  const [from, to] = [readTime(first), readTime(second)];
  return from === undefined || to === undefined || rest.length > 0 ? undefined : { from, to };
}

/** In the reader's words: "23:00-07:00" would be torn at its hyphen by the edge of a phone. */
function spanExample(messages: Messages, voice: Voice): string {
  const { from, to } = usualHours;
  return messages.plain(voice, "quiet-usual", { from: timeWords(voice, from), to: timeWords(voice, to) });
}

async function save(needs: ScreenNeeds, request: Request, quiet: Subscriber["quiet"]): Promise<Reply> {
  const { reader, actor, now } = request;
  await needs.dialogues.forget(reader.number, actor.user);
  return groupScreen(needs, await needs.change(reader.number, { quiet }, now), "when");
}

function saved({ messages }: ScreenNeeds, { reader }: Request): string {
  return messages.plain(voiceOf(reader.subscriber), "saved");
}

function screen({ messages }: ScreenNeeds, { reader, voice }: Request): Reply {
  const { quiet } = reader.subscriber;
  const { from, to } = usualHours;
  const isUsual = quiet?.from === from && quiet.to === to;
  const values = { from: shortTimeWords(voice, from), to: shortTimeWords(voice, to) };
  return {
    html: [
      quietLine(messages, voice, reader.subscriber),
      messages.say(voice, "quiet-title", { example: spanExample(messages, voice) }),
    ].join("\n"),
    keyboard: [
      [choice(messages.plain(voice, "quiet-usual", values), isUsual, `quiet:s.${from}.${to}`)],
      [{ text: messages.plain(voice, "button-quiet-other"), data: "quiet:f" }],
      [choice(messages.plain(voice, "button-quiet-off"), quiet === null, "quiet:off")],
      wayBack(messages, voice, "settings:when"),
    ],
  };
}

function fromScreen({ messages }: ScreenNeeds, { reader, voice }: Request): Reply {
  const buttons = halfHours(firstHour.from).map((time) =>
    choice(shortTimeWords(voice, time), time === reader.subscriber.quiet?.from, `quiet:t.${time}`),
  );
  return {
    html: messages.say(voice, "quiet-from"),
    keyboard: [...rows(voice, buttons, 4), wayBack(messages, voice, "quiet:")],
  };
}

function toScreen({ messages }: ScreenNeeds, { reader, voice }: Request, from: string): Reply {
  const buttons = halfHours(firstHour.to)
    .filter((time) => time !== from)
    .map((time) =>
      choice(shortTimeWords(voice, time), time === reader.subscriber.quiet?.to, `quiet:s.${from}.${time}`),
    );
  return {
    html: messages.say(voice, "quiet-to", { from: timeWords(voice, from) }),
    keyboard: [...rows(voice, buttons, 4), wayBack(messages, voice, "quiet:f")],
  };
}

/** The 48 half hours of a day from an hour on. */
function halfHours(first: number): readonly string[] {
  return Array.from({ length: 48 }, (_, index) => {
    const hour = (first + Math.floor(index / 2)) % 24;
    return `${String(hour).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`;
  });
}
