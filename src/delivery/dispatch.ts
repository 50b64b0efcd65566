// One tick of the clock: claims what is due and hands it to the queue, until nothing is due or the queue is full.
import { setTimeout as sleep } from "node:timers/promises";
import type { Carried, DeliveryQueue } from "./queue.ts";

/** What a tick needs of the schedule. */
export interface Claims {
  /** `now` in epoch seconds, null for the time of Redis. */
  claim(options: {
    now: number | null;
    limit: number;
    leaseSeconds: number;
    wave: number;
  }): Promise<readonly Carried[]>;
  /** Holds the claims until `seconds` after `now`, where they are still pending. */
  confirm(claims: readonly Carried[], seconds: number, now: number | null): Promise<void>;
}

export interface DispatchLimits {
  readonly claimLimit: number;
  readonly highWater: number;
  readonly leaseSeconds: number;
  readonly queuedLeaseSeconds: number;
}

export interface Tick {
  readonly queued: number;
}

/** Readers in a wave: what a job costs is shared by so many. Fewer where few may wait at all. */
const fullWave = 25;

/** How many readers share a wave where so many jobs may wait. */
export const waveOf = (highWater: number): number =>
  Math.max(1, Math.min(fullWave, Math.floor(highWater / 10)));

/** The pause before a full queue is looked at again (DESIGN section 6: a tick refills every 250 ms). */
const refillMs = 250;

/** What a tick may do when nobody is due: gives how many it made due. */
export type StartEarly = (now: number | null) => Promise<number>;

/** Returns `tick(now)`: overlapping ticks of one process are one tick. `stopped` ends a tick early. */
export function createDispatch(
  claims: Claims,
  queue: Pick<DeliveryQueue, "add" | "waiting">,
  limits: DispatchLimits,
  isStopped: () => boolean = () => false,
  startEarly: StartEarly = async () => 0,
): (now: number | null) => Promise<Tick> {
  let running: Promise<Tick> | undefined;

  const { claimLimit, leaseSeconds, highWater } = limits;
  const wave = waveOf(highWater);

  async function run(now: number | null): Promise<Tick> {
    let queued = 0;
    let hasStartedEarly = false;
    while (!isStopped()) {
      if ((await queue.waiting()) * wave >= highWater) {
        await sleep(refillMs);
        continue;
      }
      const due = await claims.claim({ now, limit: claimLimit, leaseSeconds, wave });
      if (due.length === 0) {
        if (hasStartedEarly || (await startEarly(now)) === 0) break;
        hasStartedEarly = true;
        continue;
      }
      await queue.add(due);
      // A wave that is claimed again in pieces is in the queue with the first of them: the others come with the next tick.
      const whole = due.filter(({ isAgain }) => isAgain !== true);
      await claims.confirm(whole, limits.queuedLeaseSeconds, now);
      queued += due.length;
    }
    return { queued };
  }

  return (now) => {
    running ??= run(now).finally(() => {
      running = undefined;
    });
    return running;
  };
}
