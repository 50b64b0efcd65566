// Starts a full slot ahead of its time, where the operator wants that: as much of it as finds room in an idle minute.
import type { EarlyStart } from "../schedule/rotation.ts";
import type { DeliveryQueue } from "./queue.ts";

export interface SpreadNeeds {
  readonly early: EarlyStart;
  /** Gives how many digests wait for a worker. */
  readonly queue: Pick<DeliveryQueue, "waiting">;
  /** Digests a second that the pace lets through. */
  readonly perSecond: number;
  /** A slot begins no more than this before its time; 0: never early. */
  readonly minutes: number;
}

/**
 * Returns `startEarly(now)`, to be called when nobody is due: brings forward readers of the next slots whose minute holds
 * more than a minute serves, no more than this minute has room for beside the digests that wait, nearest slot first and
 * in the slot's order. A slot begins only as early as it takes to end its surplus by then. Gives how many.
 */
export function createSpread(needs: SpreadNeeds): (now: number) => Promise<number> {
  const { early, queue, perSecond, minutes } = needs;
  const perMinute = Math.floor(perSecond * 60);
  return async (now) => {
    if (minutes === 0 || perMinute === 0) return 0;
    const room = perMinute - (await queue.waiting());
    if (room <= 0) return 0;
    let begun = 0;
    const counts = await early.dueByMinute(now, minutes);
    for (const [index, count] of counts.entries()) {
      const share = Math.min(earlyShare(count, index + 1, perMinute), room - begun);
      if (share <= 0) continue;
      const minute = (Math.floor(now / 60) + 1 + index) * 60;
      begun += await early.begin(minute, share, now);
      if (begun >= room) break;
    }
    return begun;
  };
}

/** Of `count` readers who are due in so many minutes: how many this minute must serve, so that none is left for after. */
export function earlyShare(count: number, minutesAhead: number, perMinute: number): number {
  const surplus = count - perMinute * minutesAhead;
  return Math.max(0, Math.min(surplus, perMinute));
}
