// Those of one process who wait for their turn to send: in the order of their ranks, asked for together.
import { firstReplies, type Lane, noRank, rankOf } from "./lanes.ts";

/** Instants are those of performance.now(). */
export interface Waiter {
  readonly lane: Lane;
  readonly chat: number | undefined;
  /** Sends it at an instant, or at once where that has passed. */
  goAt(ms: number): void;
  /** Lets others pass until an instant. */
  holdUntil(ms: number): void;
}

export interface WaitingRoomNeeds {
  /** Tells each of these what is to become of it, or lets the room rest. */
  readonly ask: (waiters: readonly Waiter[], bestRankOfOthers: number) => Promise<void>;
  /** Waiters beside replies that ask at once. */
  readonly mostAtOnce: number;
  /**
   * Instants are rounded up to a multiple of this (ms), so that those who go together share what a send costs beside the
   * message. 1 for every instant by itself.
   */
  readonly stepMs: number;
}

export interface WaitingRoom {
  /**
   * Resolves with 0 at the instant that is given; rejects with the signal's reason when that ends the wait. Who `leavesHeld`
   * does not wait for its chat: resolves with how long (ms) it would.
   */
  wait(
    lane: Lane,
    signal: AbortSignal | undefined,
    chat: number | undefined,
    leavesHeld?: boolean,
  ): Promise<number>;
  /** Nobody asks before an instant, but a reply that comes does. */
  restUntil(ms: number): void;
}

interface Place extends Waiter {
  heldUntilMs: number;
}

export function createWaitingRoom({ ask, mostAtOnce, stepMs }: WaitingRoomNeeds): WaitingRoom {
  /** Best rank first, of equals who came first. */
  const places: Place[] = [];
  const failures = new Map<Place, (reason: unknown) => void>();
  /** Everybody who waits, or goes at an instant, under the signal that ends the wait: one listener for all of them. */
  const leavers = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();
  let isRunning = false;
  let restMs = 0;
  /** A reply has come since the last question, perhaps while that was being answered: it may go at once. */
  let hasNewReply = false;
  let wake: () => void = () => undefined;

  /** Sleeps until somebody wakes it. */
  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The set of those who end with this signal. */
  function endingWith(signal: AbortSignal): Set<(reason: unknown) => void> {
    const known = leavers.get(signal);
    if (known !== undefined) return known;
    const ends = new Set<(reason: unknown) => void>();
    leavers.set(signal, ends);
    const onAbort = (): void => {
      leavers.delete(signal);
      for (const end of [...ends]) end(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    return ends;
  }

  function leave(place: Place): void {
    const index = places.indexOf(place);
    if (index >= 0) places.splice(index, 1);
    failures.delete(place);
  }

  /** Who may ask now: some replies, for they may pass the others, and the first of all. */
  function askers(nowMs: number): { chosen: Place[]; bestRankOfOthers: number } {
    const chosen: Place[] = [];
    let [replies, others, bestRankOfOthers] = [0, 0, noRank];
    const chats = new Set<number>();
    for (const place of places) {
      if (place.heldUntilMs > nowMs) continue;
      const { chat, lane } = place;
      if (chat !== undefined && chats.has(chat)) continue;
      const isReply = lane === "reply" && replies < firstReplies;
      if (isReply || others < mostAtOnce) {
        chosen.push(place);
        if (chat !== undefined) chats.add(chat);
        if (isReply) replies += 1;
        else others += 1;
      } else bestRankOfOthers = Math.min(bestRankOfOthers, rankOf(lane));
    }
    return { chosen, bestRankOfOthers };
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (places.length > 0) {
      const nowMs = performance.now();
      const { chosen, bestRankOfOthers } = askers(nowMs);
      const held = Math.min(...places.map(({ heldUntilMs }) => heldUntilMs).filter((ms) => ms > nowMs));
      if (chosen.length > 0 && (restMs <= nowMs || hasNewReply)) {
        hasNewReply = false;
        await ask(chosen, bestRankOfOthers).catch((cause) => {
          for (const place of chosen) failures.get(place)?.(cause);
        });
        continue;
      }
      const until = chosen.length > 0 ? Math.min(restMs, held) : held;
      await rest(Math.max(1, Math.ceil(until - nowMs)));
    }
    // At once, or who comes now would wait for a run that has ended.
    isRunning = false;
  }

  return {
    wait: (lane, signal, chat, leavesHeld = false) =>
      new Promise<number>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        let timer: NodeJS.Timeout | undefined;
        const ends = signal === undefined ? undefined : endingWith(signal);
        const end = (settle: () => void): void => {
          leave(place);
          clearTimeout(timer);
          ends?.delete(fail);
          settle();
        };
        const fail = (reason: unknown): void => end(() => reject(reason));
        const place: Place = {
          lane,
          chat,
          heldUntilMs: 0,
          goAt(ms) {
            leave(place);
            const leftMs = Math.ceil(ms / stepMs) * stepMs - performance.now();
            const go = (): void => end(() => resolve(0));
            if (leftMs <= 0) go();
            else timer = setTimeout(go, Math.ceil(leftMs));
          },
          holdUntil(ms) {
            place.heldUntilMs = ms;
            if (leavesHeld) end(() => resolve(Math.max(1, ms - performance.now())));
          },
        };
        ends?.add(fail);
        const before = places.findIndex((other) => rankOf(other.lane) > rankOf(lane));
        places.splice(before < 0 ? places.length : before, 0, place);
        failures.set(place, fail);
        if (lane === "reply") hasNewReply = true;
        wake();
        if (!isRunning) void run();
      }),
    restUntil(ms) {
      restMs = ms;
    },
  };
}
