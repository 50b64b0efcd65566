// Renders one reader's digest: a title with its day, stories under topic headings, split between stories.
import type { ArticleSentence, Story } from "../articles/article.ts";
import type { Html, Messages, Voice } from "../messages/messages.ts";
import type { Length } from "../subscribers/subscriber.ts";
import type { CalendarChoice, HijriShift } from "../text/dates.ts";
import { isolate } from "../text/direction.ts";
import { escapeHtml, visibleLength } from "../text/html.ts";
import { joinFacts } from "../text/joint.ts";
import type { Told } from "./choose.ts";
import { fitBlocks } from "./fit.ts";
import { agoWords, command, dayWords, inDigits, isRecent, ownSided, sided } from "./wording.ts";

/** Telegram's limit on one message, in UTF-16 units after entity parsing. */
export const messageLimit = 4096;

/** What of a story's summary is shown outside the expandable quote, in UTF-16 units. */
const openUnits = 320;

/** Bounds on the pieces of one story, so that any story fits one message whatever its source sent. */
const most = { headline: 600, source: 80, open: 1200, folded: 1600 } as const;

export interface Look {
  readonly voice: Voice;
  readonly zone: string;
  readonly calendar: CalendarChoice;
  /** Days to move the Hijri date by, as the country sights the moon. */
  readonly hijriShift?: HijriShift | undefined;
  readonly length: Length;
  readonly now: Date;
  /** Sentences a story at each length; "headlines" shows none. */
  readonly sentences: Readonly<Record<Exclude<Length, "headlines">, number>>;
  /** A topic's name in the reader's language. */
  readonly topicName: (topic: string) => string;
  /** Nobody can write commands there: headlines lead to their source instead. */
  readonly isChannel?: boolean;
}

/** What a digest is called: the news since the last one, what did not fit into it, or the last one once more. */
export type DigestKind = "digest" | "more" | "again";

/**
 * The digest as messages of Telegram HTML, in order, each at most 4096 units once parsed. No stories: none. What does
 * not fit one message is first told in fewer sentences, one a story at least, and split between stories only then.
 */
export function renderDigest(
  messages: Messages,
  stories: readonly Told[],
  look: Look,
  kind: DigestKind = "digest",
): readonly string[] {
  if (stories.length === 0) return [];
  const title = messages.say(look.voice, `${kind}-title`, { day: dayWords(look.voice, look.now, look) });
  const pieces = byTopic(stories).flatMap(([topic, group]) =>
    group.map((story, index) => {
      const heading = index === 0 ? `<u>${escapeHtml(sided(look.voice, look.topicName(topic)))}</u>\n` : "";
      return { story, heading };
    }),
  );
  const blocks = pieces.map(({ story, heading }, index) => ({
    most: countOf(story, look),
    render: (sentences: number): string =>
      heading +
      renderStory(messages, story, look, {
        sentences,
        ...(stories.length > 1 && { ordinal: ordinalWords(look.voice, index) }),
      }),
  }));
  // Room for the title and «١٠ من ١٢» (10 of 12) is kept in every part.
  const groups = fitBlocks(blocks, messageLimit - visibleLength(title) - 40);
  return groups.map((group, index) => {
    const part =
      groups.length === 1
        ? ""
        : ` (${messages.say(look.voice, "digest-part", { part: index + 1, parts: groups.length })})`;
    return [`<b>${sided(look.voice, title)}</b>${part}`, ...group].join("\n\n");
  });
}

/** The stories in the order in which a digest shows them, which its buttons follow. */
export function inShownOrder<Shown extends Story>(stories: readonly Shown[]): readonly Shown[] {
  return byTopic(stories).flatMap(([, group]) => group);
}

/** The number of a story in its digest, from 1, in the reader's digits; the buttons under the digest say the same. */
export function ordinalWords(voice: Voice, index: number): string {
  return inDigits(voice, String(index + 1));
}

export interface Telling {
  /** Sentences at the most; as the length says when absent. */
  readonly sentences?: number;
  readonly ordinal?: string;
}

/** One story as it stands in a digest: headline, summary by length, where it is from and how to open it. */
export function renderStory(messages: Messages, story: Told, look: Look, telling: Telling = {}): string {
  const { lead } = story;
  const ordinal = telling.ordinal === undefined ? "" : `${telling.ordinal}. `;
  const title = ordinal + clip(lead.title, most.headline);
  const headline = escapeHtml(ownSided(title, lead.language));
  const url = look.isChannel === true && /^https?:\/\//i.test(lead.url ?? "") ? lead.url : undefined;
  const lines = [`<b>${url === undefined ? headline : `<a href="${escapeHtml(url)}">${headline}</a>`}</b>`];
  if (story.isUpdate) {
    lines.unshift(`<i>${sided(look.voice, escapeHtml(messages.plain(look.voice, "story-update")))}</i>`);
  }
  const summary = renderSummary(story, look, telling.sentences ?? countOf(story, look));
  if (summary !== "") lines.push(summary);
  lines.push(renderOrigin(messages, story, look));
  return lines.join("\n");
}

/** Sentences of a story that the reader's length asks for and the story has. An editor's summary is one piece. */
function countOf({ lead }: Story, { length, sentences }: Look): number {
  if (length === "headlines") return 0;
  return lead.summary.editor === undefined ? Math.min(sentences[length], lead.summary.sentences.length) : 1;
}

/**
 * «صحيفة المرفأ و3 مصادر أخرى · قبل ساعتين · /a42» (outlet and three others, age, command). Where the day stands
 * beside it (`hasDay`) an age that would only say the date again is left out.
 */
export function renderOrigin(messages: Messages, story: Story, look: Look, hasDay = false): string {
  const { voice, now } = look;
  const source = clip(story.lead.source, most.source);
  const others = story.sources.filter((other) => other !== story.lead.source).length;
  const published = new Date(story.lead.published);
  const age = hasDay && !isRecent(published, now) ? "" : agoWords(messages, voice, published, now, look);
  const pieces = [
    source === ""
      ? ""
      : others === 0
        ? escapeHtml(isolate(source))
        : messages.say(voice, "story-source", { source, others }),
    escapeHtml(age),
    look.isChannel === true ? "" : isolate(command(`a${story.number}`)),
  ];
  return sided(voice, joinFacts(voice.locale, pieces));
}

function renderSummary({ lead }: Story, { length }: Look, count: number): string {
  if (length === "headlines") return "";
  if (lead.summary.editor !== undefined) {
    return escapeHtml(ownSided(clip(lead.summary.editor, most.open), lead.language));
  }
  const chosen = firstSentences(lead.summary.sentences, count);
  let units = 0;
  const open: string[] = [];
  const folded: string[] = [];
  for (const { text } of chosen) {
    units += text.length;
    (open.length === 0 || (units <= openUnits && folded.length === 0) ? open : folded).push(text);
  }
  const shown = escapeHtml(ownSided(clip(open.join(" "), most.open), lead.language));
  if (folded.length === 0) return open.length === 0 ? "" : shown;
  const rest = escapeHtml(ownSided(clip(folded.join(" "), most.folded), lead.language));
  return `${shown}\n<blockquote expandable>${rest}</blockquote>`;
}

/** The first `count` in order of choice, put back into the order of the text. */
export function firstSentences(
  inOrderOfChoice: readonly ArticleSentence[],
  count: number,
): readonly ArticleSentence[] {
  return inOrderOfChoice.slice(0, count).toSorted((a, b) => a.start - b.start);
}

/** Raw HTML for a message's value. */
export function html(markup: string): Html {
  return { html: markup };
}

/** The text itself, or its beginning up to a space and «…» where it is longer than `units`. */
export function clip(text: string, units: number): string {
  if (text.length <= units) return text;
  const cut = text.slice(0, units);
  const space = cut.lastIndexOf(" ");
  // Without a space the cut may fall inside a surrogate pair: half a letter is dropped.
  return `${space > 0 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

function byTopic<Shown extends Story>(
  stories: readonly Shown[],
): readonly (readonly [string, readonly Shown[]])[] {
  const groups = new Map<string, Shown[]>();
  for (const story of stories) {
    const topic = story.lead.topics[0] ?? "general";
    groups.set(topic, [...(groups.get(topic) ?? []), story]);
  }
  return [...groups];
}
