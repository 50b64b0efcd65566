// Composes one reader's digest from the store, once for all readers whose settings and past are the same.
import type { Article, Story } from "../articles/article.ts";
import { storyNumber } from "../articles/record.ts";
import { type Choice, chooseStories, type Told } from "../digest/choose.ts";
import { inShownOrder, type Look, renderDigest } from "../digest/digest.ts";
import { command, voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import { reachesBackTo } from "../schedule/gap.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { digestKeyboard } from "./keyboard.ts";
import { isRetold } from "./ledger.ts";
import { createMentions } from "./mentions.ts";
import type { Keyboard } from "./outcome.ts";
import { type ComposeAt, shapeOf } from "./shape.ts";
import { asToldBy, updatesFor } from "./updates.ts";

/** What composing needs of the article store. */
export interface Shelf {
  maxNumber(): Promise<number>;
  /** Visible stories with a number over the cursor, newest first. */
  newStoriesSince(cursor: number): Promise<readonly Story[]>;
  /** Stories by their numbers; a number without a story is left out. */
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  /** Articles by their numbers; a number without one is left out. */
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
  /** Rises with every change of the store. */
  version(): Promise<number>;
}

export interface Composition {
  /** Messages of Telegram HTML; none when there is nothing to say. */
  readonly parts: readonly string[];
  /** Buttons under the last part: one for each story, and more of them. */
  readonly keyboard: Keyboard;
  readonly cursor: number;
  readonly carry: readonly number[];
  /** Why there are no stories; the parts then say so to those who want to be told, and are none to others. */
  readonly nothing?: "empty" | "no-match" | "nothing-new";
  /** Best first. */
  readonly stories: readonly Told[];
}

export type Compose = (reader: Subscriber, at: ComposeAt) => Promise<Composition>;

export interface ComposeNeeds {
  readonly shelf: Shelf;
  readonly messages: Messages;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
  readonly topicName: (locale: string, topic: string) => string;
  readonly carryHours: number;
}

/** Compositions kept: segments of readers in one wave; the one asked for longest ago goes first. */
const cached = 2000;

/** Ages are worded to this step, so that a wave of readers shares one composition. */
const stepMs = 5 * 60_000;

export function createCompose({
  shelf,
  messages,
  sentences,
  hijriShift,
  topicName,
  carryHours,
}: ComposeNeeds): Compose {
  const cache = new Map<string, Promise<Composition>>();
  const mentions = createMentions();
  /** The version of the store that was composed from last. */
  let latest = -1;

  /** What was composed from another store is asked for no more, and each holds that store's articles whole. */
  function keepOnly(version: number): void {
    if (version === latest) return;
    latest = version;
    cache.clear();
    mentions.letGo();
  }

  /** What a digest of this kind is chosen from. */
  async function candidates(reader: Subscriber, now: Date, upTo: number, at: ComposeAt) {
    const all = await shelf.newStoriesSince(reader.cursor);
    const fresh = all.filter((story) => (story.freshNumber ?? story.number) <= upTo);
    const updates = await updatesFor(shelf, reader, upTo);
    const isTimely = timely(reader, now, at);
    const oldest = now.getTime() - carryHours * 3_600_000;
    const carried = (await byNumber(reader, reader.carry)).filter(
      (story) => Date.parse(story.firstSeen) >= oldest,
    );
    return { fresh: [...fresh, ...updates].filter(isTimely), carried };
  }

  /** Whether a story that is new to the reader is told still: not after a long gap, nor once more after a restore. */
  function timely(reader: Subscriber, now: Date, { restored, slot }: ComposeAt): (story: Told) => boolean {
    const at = slot ?? Math.floor(now.getTime() / 1000);
    // A first digest takes the newest, whatever their age.
    const oldest = reader.cursor === 0 ? 0 : reachesBackTo(reader, now.getTime(), at, carryHours);
    return ({ firstSeen, lead }) => {
      if (restored !== undefined && isRetold(restored, firstSeen, lead.published)) return false;
      return Date.parse(firstSeen) >= oldest;
    };
  }

  /** Stories by the numbers they were told under: an update of a followed story is told under its article's. */
  async function byNumber(reader: Subscriber, numbers: readonly number[]): Promise<readonly Told[]> {
    const stories = await shelf.stories(numbers);
    const known = new Set(stories.map(({ number }) => number));
    const others = await shelf.byNumbers(numbers.filter((number) => !known.has(number)));
    const shown = others.filter(({ hidden }) => !hidden);
    const later = await Promise.all(shown.map((article) => toTold(reader, article)));
    const told = new Map([...stories, ...later.flat()].map((story) => [story.number, story]));
    return numbers.flatMap((number) => told.get(number) ?? []);
  }

  async function toTold({ followStories }: Subscriber, article: Article): Promise<readonly Told[]> {
    const [story] = await shelf.stories([storyNumber(article.storyId) ?? 0]);
    if (story === undefined) return [];
    const isUpdate = followStories.includes(story.id);
    return [{ ...asToldBy(story, article), ...(isUpdate && { isUpdate: true as const }) }];
  }

  async function choose(reader: Subscriber, now: Date, upTo: number, at: ComposeAt): Promise<Choice> {
    if (at.kind === "again") {
      const chosen = (await byNumber(reader, at.numbers ?? [])).filter(({ lead }) => !lead.hidden);
      return { chosen, carry: reader.carry, considered: chosen.length };
    }
    if (at.fixed !== undefined) {
      const chosen = await byNumber(reader, at.fixed.stories);
      return { chosen, carry: at.fixed.carry, considered: 0 };
    }
    const { fresh, carried } = await candidates(reader, now, upTo, at);
    const told = new Set(at.except ?? []);
    const untold = (stories: readonly Told[]) => stories.filter(({ number }) => !told.has(number));
    return chooseStories(untold(fresh), untold(carried), reader, now);
  }

  async function compose(reader: Subscriber, now: Date, upTo: number, at: ComposeAt): Promise<Composition> {
    const choice = await choose(reader, now, upTo, at);
    const voice = voiceOf(reader);
    const look: Look = {
      voice,
      zone: reader.zone,
      calendar: reader.calendar,
      hijriShift,
      length: reader.length,
      now,
      sentences,
      topicName: (topic) => topicName(reader.locale, topic),
      isChannel: reader.kind === "channel",
    };
    const { chosen, carry } = choice;
    const past = { cursor: Math.max(reader.cursor, upTo), carry };
    if (chosen.length === 0) {
      const nothing = whyNothing(choice, upTo);
      const parts = reader.sayNothing ? [nothingWords(messages, voice, nothing)] : [];
      return { parts, keyboard: [], ...past, stories: [], nothing };
    }
    return {
      parts: renderDigest(messages, chosen, look, at.kind),
      // What a channel's button brings forth would be one more post for everybody.
      keyboard: look.isChannel ? [] : digestKeyboard(messages, voice, inShownOrder(chosen), carry.length > 0),
      ...past,
      stories: chosen,
    };
  }

  /** The reader with those words alone that may be found: another reader's words that are found nowhere change nothing. */
  async function withFoundWords(
    asked: Subscriber,
    at: ComposeAt & { readonly upTo: number },
    shelfNow: string,
  ) {
    const { cursor, carry, follow, block } = asked;
    // What a followed story brings is not among the stories that all readers of one past have.
    if (follow.length + block.length === 0 || asked.followStories.length > 0) return asked;
    const { mark = "", atMs = "" } = at.restored ?? {};
    const past = `${cursor} ${carry.join()} ${at.upTo} ${shelfNow} ${at.now.getTime()} ${mark} ${atMs}`;
    const load = async (): Promise<readonly Told[]> => {
      const { fresh, carried } = await candidates(asked, at.now, at.upTo, at);
      return [...fresh, ...carried];
    };
    const found = (phrases: readonly string[]) => mentions.among(phrases, past, load);
    return { ...asked, follow: await found(follow), block: await found(block) };
  }

  return async (asked, at) => {
    // More of the last digest is what it carried: nothing newer than the reader's cursor is asked for.
    const isNew = at.kind === undefined || at.kind === "digest";
    const upTo = isNew ? (at.upTo ?? (await shelf.maxNumber())) : asked.cursor;
    const now = new Date(Math.floor(at.now.getTime() / stepMs) * stepMs);
    if (at.fixed !== undefined) return compose(asked, now, at.fixed.upTo, at);
    const version = await shelf.version();
    keepOnly(version);
    const slot = at.slot ?? Math.floor(now.getTime() / 1000);
    const reach = reachesBackTo(asked, now.getTime(), slot, carryHours);
    const timing = { ...at, now, upTo };
    const reader = isNew ? await withFoundWords(asked, timing, `${version}/${reach}`) : asked;
    const key = `${shapeOf(reader, timing, version)}${reach}`;
    const known = cache.get(key);
    if (known !== undefined) {
      // What is asked for stays: compositions for one reader each do not push out those that many share.
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const made = compose(reader, now, upTo, at);
    cache.set(key, made);
    made.catch(() => cache.delete(key));
    const oldest = cache.size > cached ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return made;
  };
}

function whyNothing({ considered }: Choice, upTo: number): "empty" | "no-match" | "nothing-new" {
  if (upTo === 0) return "empty";
  return considered === 0 ? "nothing-new" : "no-match";
}

/** Says that there is nothing, as HTML. */
export function nothingWords(
  messages: Messages,
  voice: Parameters<Messages["say"]>[0],
  nothing: NonNullable<Composition["nothing"]>,
): string {
  const id = { empty: "digest-empty", "no-match": "digest-no-match", "nothing-new": "digest-nothing" }[
    nothing
  ];
  return messages.say(voice, id, { latest: command("latest"), settings: command("settings") });
}
