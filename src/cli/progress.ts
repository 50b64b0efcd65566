// Progress of long work: a bar with rate and time left in a terminal, a plain line now and then elsewhere.
import type { Writable } from "node:stream";

export interface Progress {
  /** `done` of `total`; a total that is not known is 0. `count` is what the rate is told of, `done` when absent. */
  update(done: number, total: number, count?: number): void;
  /** Ends the bar's line. */
  end(): void;
}

export interface ProgressOptions {
  /** What is counted, e.g. "articles". */
  readonly unit: string;
  readonly stream: Writable;
  readonly isTerminal: boolean;
  /** Milliseconds that only rise. */
  readonly now: () => number;
}

const barWidth = 24;
const terminalEveryMs = 100;
const plainEveryMs = 10_000;

/** Writes nothing for work that is over before the first interval. */
export function createProgress({ unit, stream, isTerminal, now }: ProgressOptions): Progress {
  const begunMs = now();
  let saidMs = begunMs;
  let hasBar = false;
  return {
    update(done, total, count = done) {
      const at = now();
      if (at - saidMs < (isTerminal ? terminalEveryMs : plainEveryMs)) return;
      saidMs = at;
      const seconds = (at - begunMs) / 1000;
      const rate = `${count} ${unit}, ${Math.round(count / seconds)}/s`;
      const share = total > 0 ? Math.min(done / total, 1) : undefined;
      const left =
        share === undefined || share === 0 ? "" : `, ${span((seconds / share) * (1 - share))} left`;
      if (!isTerminal) {
        stream.write(`${share === undefined ? "" : `${Math.floor(share * 100)} %, `}${rate}${left}\n`);
        return;
      }
      hasBar = true;
      const filled = Math.round((share ?? 0) * barWidth);
      const bar = share === undefined ? "" : `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}] `;
      stream.write(`\r${bar}${rate}${left}\u001b[K`);
    },
    end() {
      if (hasBar) stream.write("\r\u001b[K");
    },
  };
}

/** A progress on standard error of this process. */
export function standardProgress(unit: string): Progress {
  const { stderr } = process;
  return createProgress({
    unit,
    stream: stderr,
    isTerminal: stderr.isTTY === true,
    now: () => performance.now(),
  });
}

function span(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
