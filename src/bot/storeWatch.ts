// How those who wait for Redis see it.

export interface StoreWatch {
  /** True while Redis does not answer: then nobody can be served, but told so. */
  readonly isAway: () => boolean;
  /** True when the work has ended, false as soon as Redis is away: the work may go on then. */
  readonly unlessAway: (work: Promise<unknown>) => Promise<boolean>;
  /** Resolves when Redis answers; rejects when the signal ends the wait. */
  readonly untilBack: (signal: AbortSignal) => Promise<void>;
}
