// Leads a broadcast past all readers: keeps some turns in the queue, tells the operator how it goes, and ends it.
import type { Messages } from "../messages/messages.ts";
import { quietEnd } from "../schedule/quiet.ts";
import type { Roll } from "../subscribers/roll.ts";
import { type Broadcast, type BroadcastJob, isFor } from "./broadcast.ts";
import type { BroadcastBook } from "./broadcastBook.ts";
import { renderBroadcast } from "./broadcastScreen.ts";
import type { Outbox } from "./telegram.ts";

export interface BroadcastWalkNeeds {
  readonly broadcasts: BroadcastBook;
  readonly roll: Pick<Roll, "some">;
  readonly add: (jobs: readonly BroadcastJob[]) => Promise<void>;
  readonly outbox: Pick<Outbox, "send" | "edit">;
  readonly pace: { take(lane: "reply"): Promise<void> };
  readonly messages: Messages;
  /** Turns of one broadcast in the queue at once. */
  readonly window: number;
  readonly now: () => Date;
}

export interface BroadcastWalk {
  /** One step for every broadcast under way. `isStopped` ends it early. Gives how many are under way. */
  round(isStopped?: () => boolean): Promise<number>;
}

/**
 * Turns in the queue at once, at a rate of so many messages a second: two seconds of it. Few enough that a pause is felt at
 * once and a second broadcast soon goes beside the first, for turns are served in the order they came in; enough that
 * the queue does not run dry between two rounds.
 */
export function windowFor(perSecond: number): number {
  return perSecond === 0 ? mostWindow : Math.min(mostWindow, Math.max(leastWindow, Math.ceil(perSecond * 2)));
}
const [leastWindow, mostWindow] = [60, 2_000];

const piece = 500;

/** The operator's message is edited no more often: Telegram slows down who edits one message all the time. */
const editMs = 3_000;

/** After the end sends in flight may still come in: the report is right after this. */
const settlingMs = 5_000;

export function createBroadcastWalk(needs: BroadcastWalkNeeds): BroadcastWalk {
  const { broadcasts, roll, window, now } = needs;
  /** What each message says, and since when. */
  const told = new Map<number, { readonly html: string; readonly atMs: number }>();

  /** Puts the turns of the next readers in; a turn that is in the queue already stays as it is. */
  async function fill({ id, segment }: Broadcast, isStopped: () => boolean): Promise<void> {
    // Those whose quiet hours are over come first: they have waited longest.
    const rested = await broadcasts.rested(id, now(), window);
    await needs.add(rested.map((member) => ({ broadcast: id, member })));
    let [after, queued] = [0, rested.length];
    while (queued < window && !isStopped()) {
      const numbers = await broadcasts.open(id, after, piece);
      if (numbers.length === 0) return;
      const readers = await roll.some(numbers);
      const meant = readers.filter(({ subscriber }) => isFor(segment, subscriber, now()));
      const resting = meant.flatMap(({ number: member, subscriber }) => {
        const until = quietEnd(subscriber, now());
        return until === null ? [] : [{ member, until }];
      });
      await broadcasts.rest(id, resting);
      const rests = new Set(resting.map(({ member }) => member));
      const wanted = meant.filter(({ number }) => !rests.has(number));
      const turns = wanted.slice(0, window - queued).map(({ number }) => number);
      // Beyond the last turn of a full window others may follow, who are not passed over.
      const end = turns.length < wanted.length ? (turns.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
      const isTurn = new Set(turns);
      await broadcasts.settle(
        id,
        "",
        numbers.filter((number) => number <= end && !isTurn.has(number) && !rests.has(number)),
      );
      await needs.add(turns.map((member) => ({ broadcast: id, member })));
      queued += turns.length;
      after = numbers.at(-1) ?? after;
      if ((await broadcasts.find(id))?.status !== "running") return;
    }
  }

  async function tell(broadcast: Broadcast, isUrgent: boolean): Promise<void> {
    const { id, by, messageId } = broadcast;
    const { html, keyboard } = renderBroadcast(needs.messages, broadcast);
    const before = told.get(id);
    const atMs = now().getTime();
    if (before?.html === html) return;
    if (!isUrgent && before !== undefined && atMs - before.atMs < editMs) return;
    told.set(id, { html, atMs });
    await needs.pace.take("reply");
    const letter = { chat: by, thread: null, html, keyboard };
    const outcome = messageId > 0 ? await needs.outbox.edit({ ...letter, messageId }) : { kind: "lost" };
    if (outcome.kind === "wait" || outcome.kind === "failed") told.delete(id);
    if (outcome.kind !== "lost") return;
    // Not told yet, or the operator has deleted the message.
    const sent = await needs.outbox.send(letter);
    if (sent.kind === "sent") await broadcasts.noteMessage(id, sent.messageId);
    if (sent.kind === "wait" || sent.kind === "failed") told.delete(id);
  }

  async function lead(id: number, isStopped: () => boolean): Promise<void> {
    const found = await broadcasts.find(id);
    if (found === undefined) return broadcasts.close(id);
    if (found.status === "running") await fill(found, isStopped);
    let broadcast = (await broadcasts.find(id)) ?? found;
    if (broadcast.status === "running" && broadcast.mark >= broadcast.last && broadcast.waiting === 0) {
      await broadcasts.move(id, ["running"], "done", now());
      broadcast = (await broadcasts.find(id)) ?? broadcast;
    }
    const isEnded = broadcast.status === "done" || broadcast.status === "cancelled";
    await tell(broadcast, broadcast.status !== "running");
    const isSettled = broadcast.status === "done" || now().getTime() - broadcast.endedMs >= settlingMs;
    if (!isEnded || !isSettled) return;
    // An end that could not be told now is told in the next round.
    if (told.has(id)) await broadcasts.close(id);
    told.delete(id);
  }

  return {
    async round(isStopped = () => false) {
      const ids = await broadcasts.underWay();
      for (const id of ids) {
        if (isStopped()) break;
        await lead(id, isStopped);
      }
      return ids.length;
    },
  };
}
