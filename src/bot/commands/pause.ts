// /pause [days] and /resume: a rest from digests that ends by itself.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Command, Reply, Request } from "../command.ts";
import { type NextDue, nextWords } from "../next.ts";
import type { Change } from "./subscribe.ts";

export interface PauseNeeds {
  readonly messages: Messages;
  readonly nextDue: NextDue;
  readonly change: Change;
}

const dayMs = 24 * 3_600_000;
const mostDays = 365;
/** What the buttons offer: a day, three, a week, two, a month. */
const offered = [1, 3, 7, 14, 30] as const;

/** `/pause` offers spans, `/pause 10` pauses for ten days. */
export function createPause(needs: PauseNeeds): Command {
  return {
    name: "pause",
    isListed: true,
    audience: "admins",
    async run(request) {
      const { reader, voice, argument } = request;
      const { kind } = reader.subscriber;
      if (reader.subscriber.status === "inactive") {
        const subscribe = commandText("subscribe");
        return [{ html: needs.messages.say(voice, "unsubscribed-already", { subscribe, kind }) }];
      }
      if (argument === "") return [offer(needs, request)];
      const days = Number(/^(\d{1,4})(?:\s+\p{L}+)?$/u.exec(toLatinDigits(argument))?.[1] ?? Number.NaN);
      if (!(days >= 1 && days <= mostDays)) {
        const values = { example: "/pause 10", most: mostDays };
        return [{ html: needs.messages.say(voice, "pause-unread", values) }];
      }
      return [await pause(needs, request, days)];
    },
  };
}

/** The buttons of /pause and of /unsubscribe: `pause:7`. */
export function createPauseAction(needs: PauseNeeds): Action {
  return {
    name: "pause",
    audience: "admins",
    async run(request) {
      const days = offered.find((each) => String(each) === request.argument);
      if (days === undefined) return { toast: needs.messages.plain(request.voice, "stale-button") };
      return { edit: { keyboard: [], ...(await pause(needs, request, days)) } };
    },
  };
}

export function createResume({ messages, nextDue, change }: PauseNeeds): Command {
  return {
    name: "resume",
    isListed: true,
    audience: "admins",
    async run({ reader, voice, now }) {
      const { status, pausedUntil, kind } = reader.subscriber;
      const settings = commandText("settings");
      if (status === "inactive") {
        const subscribe = commandText("subscribe");
        return [{ html: messages.say(voice, "unsubscribed-already", { subscribe, kind }) }];
      }
      const isPaused = status === "paused" || isAhead(pausedUntil, now);
      const subscriber = isPaused
        ? await change(reader.number, { status: "active", pausedUntil: null }, now)
        : reader.subscriber;
      const next = nextWords(messages, nextDue, voice, subscriber, now);
      if (next === undefined)
        return [{ html: messages.say(voice, "subscribed-no-time", { settings, kind }) }];
      return [{ html: messages.say(voice, isPaused ? "resumed" : "resumed-already", { next, kind }) }];
    },
  };
}

/** True for a pause that has not ended yet. */
export function isAhead(pausedUntil: string | null, now: Date): boolean {
  return pausedUntil !== null && Date.parse(pausedUntil) > now.getTime();
}

/** A button for each span, in words: «أسبوع» (a week). */
export function pauseButtons(messages: Messages, voice: Voice): { text: string; data: string }[] {
  return offered.map((days) => ({
    text: messages.plain(voice, "pause-days", { count: days }),
    data: `pause:${days}`,
  }));
}

function offer({ messages }: PauseNeeds, { voice }: Request): Reply {
  const [day, three, week, fortnight, month] = pauseButtons(messages, voice);
  const rows = [[day, three], [week, fortnight], [month]].map((row) =>
    inReadingOrder(
      voice,
      row.filter((each) => each !== undefined),
    ),
  );
  return { html: messages.say(voice, "pause-title", { example: "/pause 10" }), keyboard: rows };
}

/** Also for someone who has just unsubscribed: the pause is what they chose instead. */
async function pause(
  { messages, nextDue, change }: PauseNeeds,
  request: Request,
  days: number,
): Promise<Reply> {
  const { reader, voice, now } = request;
  const until = new Date(now.getTime() + days * dayMs);
  const patch: Partial<Subscriber> = { status: "active", reason: "", pausedUntil: until.toISOString() };
  const subscriber = await change(reader.number, patch, now);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const values = {
    days: messages.plain(voice, "pause-days", { count: days }),
    resume: commandText("resume"),
  };
  if (next === undefined) return { html: messages.say(voice, "paused-no-time", values) };
  return { html: messages.say(voice, "paused", { ...values, next }) };
}
