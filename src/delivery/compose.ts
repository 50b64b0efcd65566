// Composes one reader's digest from the store, once for all readers whose settings and past are the same.
import type { Article, Story } from "../articles/article.ts";
import { type Choice, choiceOf, type Told, type Weighed, weighStories } from "../digest/choose.ts";
import { inShownOrder, type Look, renderDigest } from "../digest/digest.ts";
import { command, voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import { untraced } from "../runtime/trace.ts";
import { reachesBackTo } from "../schedule/gap.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { createCandidates, type LeftOut } from "./candidates.ts";
import { digestKeyboard } from "./keyboard.ts";
import { createMentions } from "./mentions.ts";
import type { Keyboard } from "./outcome.ts";
import { type ComposeAt, pastOf, shapeOf, type Words } from "./shape.ts";

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

/** What a digest was chosen from, and the digest. */
export interface Weighing extends Chosen {
  readonly composition: Composition;
}

export interface Composer {
  readonly compose: Compose;
  /** The next digest of a reader with the reasons of its choice, by the same steps; composed anew each time. */
  readonly weigh: (
    reader: Subscriber,
    at: Omit<ComposeAt, "kind" | "fixed" | "numbers">,
  ) => Promise<Weighing>;
}

interface Chosen extends Choice {
  readonly weighed: readonly Weighed[];
  /** Stories that were not even weighed. */
  readonly left: readonly LeftOut[];
}

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

export function createCompose(needs: ComposeNeeds): Compose {
  return createComposer(needs).compose;
}

export function createComposer({
  shelf,
  messages,
  sentences,
  hijriShift,
  topicName,
  carryHours,
}: ComposeNeeds): Composer {
  const cache = new Map<string, Promise<Composition>>();
  const mentions = createMentions();
  const candidates = createCandidates(shelf, carryHours);
  /** The version of the store that was composed from last. */
  let latest = -1;

  /** What was composed from another store is asked for no more, and each holds that store's articles whole. */
  function keepOnly(version: number): void {
    if (version === latest) return;
    latest = version;
    cache.clear();
    mentions.letGo();
  }

  async function choose(reader: Subscriber, now: Date, upTo: number, at: ComposeAt): Promise<Chosen> {
    const asGiven = { weighed: [], left: [] };
    if (at.kind === "again") {
      const chosen = (await candidates.byNumber(reader, at.numbers ?? [])).filter(({ lead }) => !lead.hidden);
      return { chosen, carry: reader.carry, considered: chosen.length, ...asGiven };
    }
    if (at.fixed !== undefined) {
      const chosen = await candidates.byNumber(reader, at.fixed.stories);
      return { chosen, carry: at.fixed.carry, considered: 0, ...asGiven };
    }
    const { fresh, carried, left } = await candidates.of(reader, now, upTo, at);
    const told = new Set(at.except ?? []);
    const untold = (stories: readonly Told[]) => stories.filter(({ number }) => !told.has(number));
    const alerted = [...fresh, ...carried].filter(({ number }) => told.has(number));
    const weighed = weighStories(untold(fresh), untold(carried), reader, now);
    return {
      ...choiceOf(weighed, reader.items),
      weighed,
      left: [...left, ...alerted.map((story): LeftOut => ({ story, why: "alerted" }))],
    };
  }

  async function compose(reader: Subscriber, now: Date, upTo: number, at: ComposeAt): Promise<Composition> {
    return render(reader, now, upTo, at, await choose(reader, now, upTo, at));
  }

  function render(reader: Subscriber, now: Date, upTo: number, at: ComposeAt, choice: Choice): Composition {
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

  /** Those words alone that may be found: a reader's words that are found nowhere change nothing. */
  async function foundWords(
    asked: Subscriber,
    past: string,
    at: ComposeAt & { readonly upTo: number },
  ): Promise<Words> {
    const { follow, block } = asked;
    // What a followed story brings is not among the stories that all readers of one past have.
    if (follow.length + block.length === 0 || asked.followStories.length > 0) return asked;
    const load = async (): Promise<readonly Told[]> => {
      const { fresh, carried } = await candidates.of(asked, at.now, at.upTo, at);
      return [...fresh, ...carried];
    };
    const mentioned = await untraced(() => mentions.of(past, load));
    return { follow: mentions.among(follow, mentioned), block: mentions.among(block, mentioned) };
  }

  const cachedCompose: Compose = async (asked, at) => {
    // More of the last digest is what it carried: nothing newer than the reader's cursor is asked for.
    const isNew = at.kind === undefined || at.kind === "digest";
    const upTo = isNew ? (at.upTo ?? (await shelf.maxNumber())) : asked.cursor;
    const now = stepOf(at.now);
    if (at.fixed !== undefined) return compose(asked, now, at.fixed.upTo, at);
    const version = await shelf.version();
    keepOnly(version);
    const slot = at.slot ?? Math.floor(now.getTime() / 1000);
    const reach = reachesBackTo(asked, now.getTime(), slot, carryHours);
    const timing = { ...at, now, upTo };
    const past = pastOf(asked, timing, `${version}/${reach}`);
    const words = isNew ? await foundWords(asked, past, timing) : asked;
    const key = shapeOf(asked, words, timing) + past;
    const known = cache.get(key);
    if (known !== undefined) {
      // What is asked for stays: compositions for one reader each do not push out those that many share.
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const { follow, block } = words;
    const made = untraced(() => compose({ ...asked, follow, block }, now, upTo, at));
    cache.set(key, made);
    made.catch(() => cache.delete(key));
    const oldest = cache.size > cached ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return made;
  };

  return {
    compose: cachedCompose,
    async weigh(reader, at) {
      const upTo = at.upTo ?? (await shelf.maxNumber());
      const now = stepOf(at.now);
      const choice = await choose(reader, now, upTo, at);
      return { ...choice, composition: render(reader, now, upTo, at, choice) };
    },
  };
}

/** The instant that ages are worded for. */
const stepOf = (now: Date): Date => new Date(Math.floor(now.getTime() / stepMs) * stepMs);

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
