// The buttons of the first minute: `begin:` and a step; and what is typed in its place.
import { voiceOf } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { isAnchor } from "../../subscribers/wish.ts";
import type { Action, Pressed, Reply, Request, Typed } from "../command.ts";
import { createDigest, type DigestNeeds } from "../commands/digest.ts";
import { hasPrayers, noPlaceWords } from "../settings/prayers.ts";
import { readTime } from "../settings/readTime.ts";
import { readWish } from "../settings/readWish.ts";
import { type ScreenNeeds, wayBack } from "../settings/screen.ts";
import { switchTopic } from "../settings/topics.ts";
import { type Home, readTypedZone, readZoneButton } from "../settings/zone.ts";
import {
  cityScreen,
  confirmation,
  otherTimeScreen,
  timeScreen,
  topicsScreen,
  welcomeScreen,
} from "./screens.ts";

export type BeginNeeds = ScreenNeeds & DigestNeeds;

type Step = (needs: BeginNeeds, request: Request, value: string) => Promise<Pressed | undefined>;

/** A step that gives undefined was pressed on a button that means nothing any more. */
const steps: Readonly<Record<string, Step>> = {
  "": async (needs, { reader, now }) => ({ edit: overview(needs, reader.subscriber, now) }),
  topics: async (needs, { reader }) => ({ edit: await topicsScreen(needs, reader.subscriber) }),
  async t(needs, { reader, now }, wish) {
    const patch = switchTopic(reader.subscriber, "topics", wish, await needs.topics.all());
    if (patch === undefined) return undefined;
    return { edit: await topicsScreen(needs, await needs.change(reader.number, patch, now)) };
  },
  time: async (needs, { reader, now }) => ({ edit: timeScreen(needs, reader.subscriber, now) }),
  async other(needs, { reader, actor, now }) {
    await needs.dialogues.begin(reader.number, actor.user, { kind: "begin-time", data: "" });
    return { edit: otherTimeScreen(needs, reader.subscriber, now) };
  },
  async s(needs, request, time) {
    if (readTime(time) !== time) return undefined;
    return subscribe(needs, request, { times: [time] });
  },
  async city(needs, { reader, actor, now }, from) {
    await needs.dialogues.begin(reader.number, actor.user, { kind: "begin-city", data: from });
    return { edit: cityScreen(needs, reader.subscriber, now, from) };
  },
  c: (needs, request, city) => chooseCity(needs, request, city, ""),
  ct: (needs, request, city) => chooseCity(needs, request, city, "time"),
  async go(needs, request) {
    const { reader, now } = request;
    if (reader.subscriber.times.length === 0) return { edit: timeScreen(needs, reader.subscriber, now) };
    return subscribe(needs, request, {});
  },
  async o(needs, request, topic) {
    const { subscriber } = request.reader;
    const isAll = subscriber.status === "active" && subscriber.topics.length === 0;
    const patch = switchTopic(subscriber, "topics", `+${topic}`, await needs.topics.all());
    if (patch === undefined) return undefined;
    return subscribe(needs, request, isAll ? {} : patch);
  },
};

export function createBegin(needs: BeginNeeds): Action {
  return {
    name: "begin",
    audience: "admins",
    async run(request) {
      const { reader, actor, voice, argument } = request;
      const dot = argument.indexOf(".");
      const name = dot < 0 ? argument : argument.slice(0, dot);
      const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
      await needs.dialogues.forget(reader.number, actor.user);
      const pressed = await step?.(needs, request, dot < 0 ? "" : argument.slice(dot + 1));
      return pressed ?? { toast: needs.messages.plain(voice, "stale-button") };
    },
  };
}

/** «وقت آخر» (another time), typed. */
export function createTypedBeginTime(needs: BeginNeeds): Typed {
  return {
    kind: "begin-time",
    async read(request) {
      const { reader, actor, now } = request;
      const wish = readWish(request.argument);
      if (wish === undefined) {
        return /\p{N}/u.test(request.argument) ? [otherTimeScreen(needs, reader.subscriber, now)] : undefined;
      }
      if (isAnchor(wish) && !hasPrayers(reader.subscriber)) {
        return [
          {
            html: noPlaceWords(needs, request),
            keyboard: [wayBack(needs.messages, request.voice, "begin:time")],
          },
        ];
      }
      await needs.dialogues.forget(reader.number, actor.user);
      return said(await subscribe(needs, request, { times: [wish] }));
    },
  };
}

/** A city's name, typed; `from` is the screen it was asked on. */
export function createTypedBeginCity(needs: BeginNeeds): Typed {
  return {
    kind: "begin-city",
    async read(request, from) {
      const prefix = from === "time" ? "begin:ct." : "begin:c.";
      const found = readTypedZone(needs, request, {
        prefix,
        back: from === "time" ? "begin:city.time" : "begin:city",
      });
      if (found === undefined || "reply" in found) return found && [found.reply];
      return [await moveTo(needs, request, found, from)];
    },
  };
}

/** Writes the zone and city, and goes on where the first minute was. */
export async function moveTo(
  needs: ScreenNeeds,
  { reader, actor, now }: Request,
  home: Home,
  from: string,
): Promise<Reply> {
  await needs.dialogues.forget(reader.number, actor.user);
  const subscriber = await needs.change(reader.number, home, now);
  return from === "time" ? timeScreen(needs, subscriber, now) : overview(needs, subscriber, now);
}

async function chooseCity(
  needs: BeginNeeds,
  request: Request,
  city: string,
  from: string,
): Promise<Pressed | undefined> {
  const home = readZoneButton(city);
  if (home === undefined) return undefined;
  return {
    edit: await moveTo(needs, request, home, from),
    toast: needs.messages.plain(request.voice, "saved"),
  };
}

function overview(needs: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const isActive = subscriber.status === "active";
  return isActive ? confirmation(needs, subscriber, now, false) : welcomeScreen(needs, subscriber, now);
}

/** Subscribes with what was chosen, confirms in place, and shows a first digest to who has had none. */
async function subscribe(needs: BeginNeeds, request: Request, patch: Partial<Subscriber>): Promise<Pressed> {
  const { reader, now } = request;
  const before = reader.subscriber;
  const isNew = before.status !== "active";
  const changes = Object.entries(patch).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Subscriber]),
  );
  // Tapped twice: the message says already what became of the first tap.
  if (!isNew && !changes) return { toast: needs.messages.plain(voiceOf(before), "subscribed-toast") };
  const active: Partial<Subscriber> = isNew ? { status: "active", reason: "", pausedUntil: null } : {};
  const subscriber = await needs.change(reader.number, { ...patch, ...active }, now);
  const edit = confirmation(needs, subscriber, now, isNew);
  if (!isNew) return { edit, toast: needs.messages.plain(voiceOf(subscriber), "saved") };
  if (subscriber.cursor > 0) return { edit };
  const first = { ...request, argument: "", voice: voiceOf(subscriber), reader: { ...reader, subscriber } };
  return { edit, replies: await createDigest(needs).run(first) };
}

function said({ edit, replies = [], toast }: Pressed): readonly Reply[] {
  if (edit === undefined) return toast === undefined ? [] : [{ html: toast }];
  return [edit, ...replies];
}
