// Tells whether more comes in than can be done: then taking in goes first, and what is taken in waits in Redis.

export interface Flood {
  /** One more has come. */
  note(nowMs: number): void;
  isOn(nowMs: number): boolean;
}

/** Arrivals are counted over so long (ms). */
const windowMs = 200;

/** `perSecond` and more are a flood; it is over once a second window of time has brought fewer. */
export function createFlood(perSecond: number): Flood {
  let [beganMs, count, isFlood] = [0, 0, false];
  return {
    note(nowMs) {
      count += 1;
      if (nowMs - beganMs < windowMs) return;
      isFlood = (count * 1000) / (nowMs - beganMs) >= perSecond;
      [beganMs, count] = [nowMs, 0];
    },
    isOn: (nowMs) => isFlood && nowMs - beganMs < 2 * windowMs,
  };
}
