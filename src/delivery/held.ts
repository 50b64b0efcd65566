// Which jobs are surely still this worker's: one whose lock may have ended (Redis was away, or the process stood still) is
// another's by now, perhaps this very worker's once more, and what was to be sent is that one's to send.

/** Answers of Redis may be under way for so long (ms): a lock is taken to end this much before it can. */
const marginMs = 1_000;

/** One turn at a job, from the moment its lock was taken. */
export interface Hold {
  isOurs(): boolean;
  end(): void;
}

export interface Held {
  /** The job's lock was taken a moment ago: whoever had it before in this process has it no more. */
  begin(id: string): Hold;
  /** Locks were made to last anew a moment ago; jobs that have ended meanwhile are passed over. */
  renew(ids: readonly string[]): void;
}

/** `lockMs` is how long a lock lasts; `nowMs` is a clock that nobody sets. */
export function createHeld(lockMs: number, nowMs: () => number = () => performance.now()): Held {
  const turns = new Map<string, { untilMs: number }>();
  const untilMs = (): number => nowMs() + lockMs - Math.min(marginMs, lockMs / 4);
  return {
    begin(id) {
      const turn = { untilMs: untilMs() };
      turns.set(id, turn);
      return {
        isOurs: () => turns.get(id) === turn && nowMs() < turn.untilMs,
        end() {
          if (turns.get(id) === turn) turns.delete(id);
        },
      };
    },
    renew(ids) {
      for (const id of ids) {
        const turn = turns.get(id);
        if (turn !== undefined) turn.untilMs = untilMs();
      }
    },
  };
}
