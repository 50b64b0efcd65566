// The delivery times: a list, an hour, a minute, and a step of one minute; or a time that the reader types.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { command as commandText, inDigits, shortTimeWords, timeWords } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Pressed, Reply, Request, Typed } from "../command.ts";
import { nextWords } from "../next.ts";
import { readTime } from "./readTime.ts";
import { rows, type ScreenNeeds, wayBack } from "./screen.ts";
import { clockLine } from "./state.ts";

/** Times a day that a reader may have. */
const mostTimes = 4;

/** Stands for "no time yet" where a button names the time it replaces. */
const none = "new";

/** Callback data: `time:` list, `time:e.OLD` hour, `time:h.OLD.HH` minute, `time:s.OLD.HH:MM` save, `time:x.OLD` remove. */
export function createTime(needs: ScreenNeeds): Action {
  return {
    name: "time",
    audience: "admins",
    async run(request): Promise<Pressed> {
      const [step = "", old = none, value = ""] = request.argument.split(".");
      const { reader, actor, voice } = request;
      // What no button of ours holds would come back in the next screen's buttons.
      if (old !== none && !/^\d\d:\d\d$/.test(old)) {
        return { toast: needs.messages.plain(voice, "stale-button") };
      }
      if (step === "e") {
        const times = timesOf(reader.subscriber);
        if (old === none && times.length >= mostTimes) {
          return { toast: needs.messages.plain(voice, "time-too-many", { limit: mostTimes }) };
        }
        await needs.dialogues.begin(reader.number, actor.user, { kind: "time", data: old });
        return { edit: hourScreen(needs, request, old) };
      }
      if (step === "h" && /^([01]\d|2[0-3])$/.test(value))
        return { edit: minuteScreen(needs, request, old, value) };
      await needs.dialogues.forget(reader.number, actor.user);
      if (step === "s" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value))
        return saveTime(needs, request, old, value);
      if (step === "x") {
        const times = timesOf(reader.subscriber).filter((time) => time !== old);
        // Pressed twice, or on an old message: the list as it is now says enough.
        if (times.length === timesOf(reader.subscriber).length) return { edit: listScreen(needs, request) };
        const subscriber = await needs.change(reader.number, { times }, request.now);
        const toast = needs.messages.plain(voice, "saved");
        return { edit: listScreen(needs, { ...request, reader: { ...reader, subscriber } }), toast };
      }
      return { edit: listScreen(needs, request) };
    },
  };
}

/** Saves a time in place of another and shows it, with steps of one minute to put it right. */
export async function saveTime(
  needs: ScreenNeeds,
  request: Request,
  old: string,
  time: string,
): Promise<Pressed> {
  const { messages, change, nextDue } = needs;
  const { reader, voice, now } = request;
  const kept = timesOf(reader.subscriber).filter((other) => other !== old && other !== time);
  if (kept.length >= mostTimes) {
    return { toast: messages.plain(voice, "time-too-many", { limit: mostTimes }) };
  }
  const times = [...kept, time].sort();
  const subscriber = await change(reader.number, { times }, now);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const shown = timeWords(voice, time);
  const html =
    subscriber.status === "active" && next !== undefined
      ? messages.say(voice, "time-saved", { time: shown, next })
      : messages.say(voice, "time-saved-inactive", { time: shown, subscribe: commandText("subscribe") });
  const keyboard = [
    inReadingOrder(voice, [
      { text: messages.plain(voice, "button-minute-less"), data: `time:s.${time}.${shift(time, -1)}` },
      { text: messages.plain(voice, "button-minute-more"), data: `time:s.${time}.${shift(time, 1)}` },
    ]),
    wayBack(messages, voice, "time:"),
  ];
  return { edit: { html, keyboard } };
}

/** A time that is typed in place of a button. */
export function createTypedTime(needs: ScreenNeeds): Typed {
  return { kind: "time", read: (request, replaces) => typedTime(needs, request, replaces) };
}

/** Undefined where the text speaks of no time at all. */
async function typedTime(
  needs: ScreenNeeds,
  request: Request,
  replaces: string,
): Promise<readonly Reply[] | undefined> {
  const time = readTime(request.argument);
  if (time === undefined) {
    const isTry = /\d/.test(toLatinDigits(request.argument));
    return isTry
      ? [{ html: needs.messages.say(request.voice, "time-unread", timeExamples(request)) }]
      : undefined;
  }
  await needs.dialogues.forget(request.reader.number, request.actor.user);
  const { edit, toast } = await saveTime(needs, request, replaces, time);
  return edit === undefined ? [{ html: toast ?? "" }] : [edit];
}

function listScreen({ messages }: ScreenNeeds, { reader, voice, now }: Request): Reply {
  const times = timesOf(reader.subscriber);
  const keyboard = times.map((time) => [
    { text: timeWords(voice, time), data: `time:e.${time}` },
    {
      text: messages.plain(voice, "button-remove", { time: timeWords(voice, time) }),
      data: `time:x.${time}`,
    },
  ]);
  const add = { text: messages.plain(voice, "button-add-time"), data: `time:e.${none}` };
  return {
    html: [
      `<b>${messages.say(voice, "time-title")}</b>`,
      clockLine(messages, voice, reader.subscriber, now),
      messages.say(voice, times.length === 0 ? "time-hint-none" : "time-hint"),
    ].join("\n"),
    keyboard: [...keyboard, ...(times.length < mostTimes ? [[add]] : []), wayBack(messages, voice)],
  };
}

function hourScreen({ messages }: ScreenNeeds, { reader, voice, now }: Request, old: string): Reply {
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
  const buttons = hours.map((hour) => ({
    text: shortTimeWords(voice, `${hour}:00`),
    data: `time:h.${old}.${hour}`,
  }));
  return {
    html: [
      clockLine(messages, voice, reader.subscriber, now),
      messages.say(voice, "time-hour", { example: inDigits(voice, "18:45") }),
    ].join("\n"),
    keyboard: [...rows(voice, buttons, 3), wayBack(messages, voice, "time:")],
  };
}

function minuteScreen(
  { messages }: ScreenNeeds,
  { reader, voice, now }: Request,
  old: string,
  hour: string,
): Reply {
  const minutes = Array.from({ length: 12 }, (_, step) => String(step * 5).padStart(2, "0"));
  const buttons = minutes.map((minute) => ({
    text: shortTimeWords(voice, `${hour}:${minute}`),
    data: `time:s.${old}.${hour}:${minute}`,
  }));
  return {
    html: [
      clockLine(messages, voice, reader.subscriber, now),
      messages.say(voice, "time-minute", { example: inDigits(voice, `${hour}:37`) }),
    ].join("\n"),
    keyboard: [...rows(voice, buttons, 3), wayBack(messages, voice, `time:e.${old}`)],
  };
}

function timeExamples({ voice }: Request): Record<"example" | "other", string> {
  return { example: inDigits(voice, "18:45"), other: timeWords(voice, "18:45") };
}

function timesOf(subscriber: Subscriber): readonly string[] {
  return subscriber.times.filter((time) => typeof time === "string");
}

function shift(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const total = (hour * 60 + minute + minutes + 24 * 60) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}
