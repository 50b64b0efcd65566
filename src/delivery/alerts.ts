// Tells a reader at once of a new article that mentions what it follows, or goes on with a story that it follows.
import type { Article, Story } from "../articles/article.ts";
import { createJudge, type Told } from "../digest/choose.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Letter, Outcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { asToldBy } from "./updates.ts";

/** One reader who may follow what one article tells. */
export interface AlertJob {
  readonly member: number;
  readonly article: number;
}

export interface AlertNeeds {
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly shelf: {
    byNumber(number: number): Promise<Article | undefined>;
    storyOf(article: Article): Promise<Story>;
  };
  readonly isQuiet: (reader: Subscriber, now: Date) => boolean;
  readonly limits: {
    take(
      reader: number,
      about: { storyId: string; zone: string; now: Date },
    ): Promise<{ giveBack(): Promise<void> } | undefined>;
  };
  readonly render: (reader: Subscriber, story: Told, now: Date) => Pick<Letter, "html" | "keyboard">;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  /** Notes what the reader knows now. */
  readonly told: (member: number, story: Told) => Promise<void>;
  readonly retire: (member: number, reason: string) => Promise<void>;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

/** "retry": nothing is wrong with the alert, it may be tried again. */
export type AlertEnd = "sent" | "not-for-them" | "quiet" | "enough" | "gone" | "refused" | "retry";

export function createAlert(needs: AlertNeeds): (job: AlertJob) => Promise<AlertEnd> {
  const { shelf, pace } = needs;
  return async ({ member, article: number }) => {
    const [reader, article] = await Promise.all([needs.readerOf(member), shelf.byNumber(number)]);
    if (reader === undefined || article === undefined) return "not-for-them";
    const now = needs.now();
    const story = alertFor(reader, article, await shelf.storyOf(article), now);
    if (story === undefined) return "not-for-them";
    // Not kept for the morning: the digest brings it.
    if (needs.isQuiet(reader, now)) return "quiet";
    const taken = await needs.limits.take(member, { storyId: story.id, zone: reader.zone, now });
    if (taken === undefined) return "enough";
    try {
      await pace.take("alert", needs.stopping, reader.chat);
    } catch (error) {
      await taken.giveBack();
      if (needs.stopping.aborted) return "retry";
      throw error;
    }
    const { chat, thread, silent } = reader;
    const outcome = await needs.send({ chat, thread, silent, ...needs.render(reader, story, now) });
    if (outcome.kind === "sent") {
      await needs.told(member, story);
      return "sent";
    }
    await taken.giveBack();
    if (outcome.kind === "wait") await pace.throttled(chat, outcome.seconds);
    if (outcome.kind === "gone") await needs.retire(member, outcome.why);
    if (outcome.kind === "gone") return "gone";
    return outcome.kind === "refused" ? "refused" : "retry";
  };
}

/** The story as the reader is told it, or undefined where there is no reason for an alert (any more). */
export function alertFor(reader: Subscriber, article: Article, story: Story, now: Date): Told | undefined {
  const isResting = reader.pausedUntil !== null && Date.parse(reader.pausedUntil) > now.getTime();
  if (reader.status !== "active" || !reader.alerts || isResting) return undefined;
  // A digest has considered it already, or the first one is still to come.
  if (article.hidden || article.archive || reader.cursor === 0 || article.number <= reader.cursor)
    return undefined;
  const isKnown = (story.freshNumber ?? article.number) < article.number;
  const isUpdate = isKnown && reader.followStories.includes(story.id);
  const told: Told = isKnown
    ? { ...asToldBy(story, article), ...(isUpdate && { isUpdate }) }
    : { ...story, lead: article };
  const { against, followed } = createJudge(reader, now)(told);
  if (against !== undefined) return undefined;
  if (isUpdate) return told;
  // What has been told before, by whichever outlet, is no news.
  return followed.length > 0 && (story.freshNumber ?? 0) > reader.cursor ? told : undefined;
}
