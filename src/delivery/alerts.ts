// Tells a reader at once of a new article that mentions what it follows, or goes on with a story that it follows.
import type { Article, Story } from "../articles/article.ts";
import { createJudge, type Told } from "../digest/choose.ts";
import type { AlertLimits } from "../schedule/alert-limits.ts";
import type { DeadLetter } from "../schedule/dead.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Letter, Outcome } from "./outcome.ts";
import { type Pace, takeAndLook } from "./pace.ts";
import { asToldBy } from "./updates.ts";

/** One reader who may follow what one article tells. */
export interface AlertJob {
  readonly member: number;
  readonly article: number;
  /** An operator sends it again (`mujaz dead resend`): the limits do not hold it back. */
  readonly isAgain?: boolean;
}

export interface AlertNeeds {
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly shelf: {
    byNumber(number: number): Promise<Article | undefined>;
    storyOf(article: Article): Promise<Story>;
  };
  readonly isQuiet: (reader: Subscriber, now: Date) => boolean;
  readonly limits: Pick<AlertLimits, "take" | "settle" | "giveBack">;
  readonly render: (reader: Subscriber, story: Told, now: Date) => Pick<Letter, "html" | "keyboard">;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  /** Notes what the reader knows now. */
  readonly told: (member: number, story: Told) => Promise<void>;
  readonly retire: (member: number, reason: string) => Promise<void>;
  /** The group has another id now; false where that one has a reader already. */
  readonly migrate: (member: number, chat: number) => Promise<boolean>;
  /** Keeps what was not sent for the operators. */
  readonly bury: (letter: Omit<DeadLetter, "id">) => Promise<void>;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

export type AlertEnding =
  | {
      readonly kind: "done";
      readonly outcome: "sent" | "not-for-them" | "quiet" | "enough" | "gone" | "dead";
    }
  /** Try it again after a pause that is nobody's fault and counts as no attempt. */
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "retry"; readonly cause: unknown };

export interface Alert {
  /**
   * Sends one alert. It is counted (the limits) before it is sent and settled after: a worker that dies in between leaves it
   * open, and the next one sends it. So it comes at least once, and twice where its worker died between the two. Nothing is
   * sent once `isOurs` says that another worker may have the job.
   */
  send(job: AlertJob, isOurs: () => boolean): Promise<AlertEnding>;
  /** All attempts were in vain: it counts no more, and is a dead letter. */
  giveUp(job: AlertJob, why: string): Promise<void>;
}

/** Telegram's delay is waited out by this much more. */
const marginMs = 100;

export function createAlert(needs: AlertNeeds): Alert {
  const { shelf, pace, limits } = needs;

  async function bury({ member, article: number }: AlertJob, why: string): Promise<void> {
    const [reader, article] = await Promise.all([needs.readerOf(member), shelf.byNumber(number)]);
    // Before it is given back: whoever dies here leaves the job, which is given up once more.
    if (reader !== undefined && article !== undefined) {
      const slot = Math.floor(Date.parse(article.fetched) / 1000);
      await needs.bury({
        member,
        chat: reader.chat,
        slot,
        why,
        at: needs.now().toISOString(),
        alert: number,
      });
    }
    await limits.giveBack(member, number);
  }

  async function send(job: AlertJob, isOurs: () => boolean): Promise<AlertEnding> {
    const { member, article: number, isAgain = false } = job;
    const done = (outcome: Extract<AlertEnding, { kind: "done" }>["outcome"]) =>
      ({ kind: "done", outcome }) as const;
    /** An earlier attempt may have counted it. */
    const leave = async (outcome: "not-for-them" | "quiet") => {
      await limits.giveBack(member, number);
      return done(outcome);
    };
    const [reader, article] = await Promise.all([needs.readerOf(member), shelf.byNumber(number)]);
    if (reader === undefined || article === undefined) return leave("not-for-them");
    const now = needs.now();
    const story = alertFor(reader, article, await shelf.storyOf(article), now);
    if (story === undefined) return leave("not-for-them");
    // Not kept for the morning: the digest brings it.
    if (needs.isQuiet(reader, now)) return leave("quiet");
    const about = { article: number, storyId: story.id, zone: reader.zone, now, isForced: isAgain };
    if (!(await limits.take(member, about))) return done("enough");
    const turn = { lane: "alert", signal: needs.stopping, chat: reader.chat } as const;
    // The reader may have left, or have had enough of alerts, while the turn was waited for; the night may have come.
    const isWanted = async (): Promise<boolean> => {
      const asNow = await needs.readerOf(member);
      if (asNow === undefined || needs.isQuiet(asNow, needs.now())) return false;
      return alertFor(asNow, article, await shelf.storyOf(article), needs.now()) !== undefined;
    };
    try {
      if (!(await takeAndLook(pace, turn, isWanted))) return leave("not-for-them");
    } catch (error) {
      if (needs.stopping.aborted) return { kind: "wait", ms: 0 };
      throw error;
    }
    // Nothing is waited for between here and the send.
    if (!isOurs()) return { kind: "wait", ms: 0 };
    const { chat, thread, silent } = reader;
    const outcome = await needs.send({ chat, thread, silent, ...needs.render(reader, story, now) });
    switch (outcome.kind) {
      case "sent":
        await needs.told(member, story);
        await limits.settle(member, number);
        return done("sent");
      case "wait":
        await pace.throttled(chat, outcome.seconds);
        return { kind: "wait", ms: outcome.seconds * 1000 + marginMs };
      case "moved":
        if (await needs.migrate(member, outcome.chat))
          return { kind: "retry", cause: new Error("The chat moved") };
        await limits.giveBack(member, number);
        return done("gone");
      case "gone":
        await needs.retire(member, outcome.why);
        await limits.giveBack(member, number);
        return done("gone");
      case "refused":
        await bury(job, `refused: ${outcome.why}`);
        return done("dead");
      case "failed":
        return { kind: "retry", cause: outcome.cause };
    }
  }

  return { send, giveUp: (job, why) => bury(job, why) };
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
