// The delivery times: a list, an hour and a minute or a prayer, and a step of one minute; or a time that is typed.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { wishWords } from "../../digest/wishWords.ts";
import { command as commandText, inDigits, shortTimeWords, timeWords } from "../../digest/wording.ts";
import {
  inDayOrder,
  isAnchor,
  mostOffsetMinutes,
  readWishKey,
  type TimeWish,
  wishKey,
} from "../../subscribers/wish.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Pressed, Reply, Request, Typed } from "../command.ts";
import { nextWords } from "../next.ts";
import {
  hasPrayers,
  isWishKey,
  noPlaceWords,
  offsetScreen,
  prayersScreen,
  readPrayerName,
} from "./prayers.ts";
import { readPrayer } from "./readPrayer.ts";
import { readWish } from "./readWish.ts";
import { rows, type ScreenNeeds, wayBack } from "./screen.ts";
import { clockLine, placelessLines } from "./state.ts";

/** Times a day that a reader may have. */
const mostTimes = 4;

/** Stands for "no time yet" where a button names the time it replaces. */
const none = "new";

/**
 * Callback data: `time:` list, `time:e.OLD` hour, `time:h.OLD.HH` minute, `time:p.OLD` prayer, `time:a.OLD.fajr` how long
 * after it, `time:s.OLD.NEW` save, `time:x.OLD` remove. OLD and NEW are keys of wishes, "07:00" or "fajr+15".
 */
export function createTime(needs: ScreenNeeds): Action {
  return {
    name: "time",
    audience: "admins",
    async run(request): Promise<Pressed> {
      const [step = "", old = none, value = ""] = request.argument.split(".");
      const { reader, actor, voice } = request;
      // What no button of ours holds would come back in the next screen's buttons.
      if (old !== none && !isWishKey(old)) {
        return { toast: needs.messages.plain(voice, "stale-button") };
      }
      if (step === "e" || step === "p") {
        if (old === none && reader.subscriber.times.length >= mostTimes) {
          return { toast: needs.messages.plain(voice, "time-too-many", { limit: mostTimes }) };
        }
        if (step === "p" && !hasPrayers(reader.subscriber)) return { toast: noPlaceWords(needs, request) };
        await needs.dialogues.begin(reader.number, actor.user, { kind: "time", data: old });
        return { edit: (step === "e" ? hourScreen : prayersScreen)(needs, request, old) };
      }
      const prayer = step === "a" ? readPrayerName(value) : undefined;
      if (prayer !== undefined) return { edit: offsetScreen(needs, request, old, prayer) };
      if (step === "h" && /^([01]\d|2[0-3])$/.test(value))
        return { edit: minuteScreen(needs, request, old, value) };
      await needs.dialogues.forget(reader.number, actor.user);
      const wish = step === "s" && isWishKey(value) ? readWishKey(value) : undefined;
      if (wish !== undefined) return saveTime(needs, request, old, wish);
      if (step === "x") {
        const times = reader.subscriber.times.filter((time) => wishKey(time) !== old);
        // Pressed twice, or on an old message: the list as it is now says enough.
        if (times.length === reader.subscriber.times.length) return { edit: listScreen(needs, request) };
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
  wish: TimeWish,
): Promise<Pressed> {
  const { messages, change, nextDue } = needs;
  const { reader, voice, now } = request;
  if (isAnchor(wish) && !hasPrayers(reader.subscriber)) return { toast: noPlaceWords(needs, request) };
  const key = wishKey(wish);
  const kept = reader.subscriber.times.filter((other) => ![old, key].includes(wishKey(other)));
  if (kept.length >= mostTimes) {
    return { toast: messages.plain(voice, "time-too-many", { limit: mostTimes }) };
  }
  const times = inDayOrder([...kept, wish]);
  const subscriber = await change(reader.number, { times }, now);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const saved = isAnchor(wish) ? "wish-saved" : "time-saved";
  const time = wishWords(messages, voice, wish);
  const html =
    subscriber.status === "active" && next !== undefined
      ? messages.say(voice, saved, { time, next })
      : messages.say(voice, `${saved}-inactive`, { time, subscribe: commandText("subscribe") });
  const keyboard = [
    inReadingOrder(voice, [
      { text: messages.plain(voice, "button-minute-less"), data: `time:s.${key}.${shift(wish, -1)}` },
      { text: messages.plain(voice, "button-minute-more"), data: `time:s.${key}.${shift(wish, 1)}` },
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
  const wish = readWish(request.argument);
  if (wish === undefined) {
    const named = readPrayer(request.argument);
    if (named !== undefined && "prayer" in named && hasPrayers(request.reader.subscriber)) {
      return [offsetScreen(needs, request, replaces, named.prayer)];
    }
    const isTry = /\d/.test(toLatinDigits(request.argument));
    return isTry
      ? [{ html: needs.messages.say(request.voice, "time-unread", timeExamples(request)) }]
      : undefined;
  }
  await needs.dialogues.forget(request.reader.number, request.actor.user);
  const { edit, toast } = await saveTime(needs, request, replaces, wish);
  return edit === undefined ? [{ html: toast ?? "" }] : [edit];
}

function listScreen({ messages }: ScreenNeeds, { reader, voice, now }: Request): Reply {
  const { times } = reader.subscriber;
  const keyboard = times.map((wish) => {
    const [time, key] = [wishWords(messages, voice, wish), wishKey(wish)];
    const remove = isAnchor(wish)
      ? messages.plain(voice, "button-remove-wish")
      : messages.plain(voice, "button-remove", { time });
    return inReadingOrder(voice, [
      { text: time, data: `time:${isAnchor(wish) ? "p" : "e"}.${key}` },
      { text: remove, data: `time:x.${key}` },
    ]);
  });
  const add = inReadingOrder(voice, [
    { text: messages.plain(voice, "button-add-time"), data: `time:e.${none}` },
    { text: messages.plain(voice, "button-prayers"), data: `time:p.${none}` },
  ]);
  return {
    html: [
      `<b>${messages.say(voice, "time-title")}</b>`,
      clockLine(messages, voice, reader.subscriber, now),
      ...placelessLines(messages, voice, reader.subscriber),
      messages.say(voice, times.length === 0 ? "time-hint-none" : "time-hint"),
    ].join("\n"),
    keyboard: [...keyboard, ...(times.length < mostTimes ? [add] : []), wayBack(messages, voice)],
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
    keyboard: [
      ...rows(voice, buttons, 3),
      [{ text: messages.plain(voice, "button-prayers"), data: `time:p.${old}` }],
      wayBack(messages, voice, "time:"),
    ],
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

/** The key of the wish so many minutes later. */
function shift(wish: TimeWish, minutes: number): string {
  if (isAnchor(wish)) {
    const offset = wish.offsetMinutes + minutes;
    return wishKey({
      ...wish,
      offsetMinutes: Math.min(mostOffsetMinutes, Math.max(-mostOffsetMinutes, offset)),
    });
  }
  const [hour = 0, minute = 0] = wish.split(":").map(Number);
  const total = (hour * 60 + minute + minutes + 24 * 60) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}
