// A trap kills a process at one chosen point of its work, and counts how often each step was passed.
import type { ChildProcess } from "node:child_process";

/**
 * Of a Redis command: before it goes on, when it went on, or when its answer came and nobody heard it. Of a request to a
 * publisher: before the answer, or in the middle of its body.
 */
export type Moment = "before" | "sent" | "lost" | "middle";

export interface Point {
  readonly step: string;
  readonly moment: Moment;
  /** 1 for the first time that the step comes. */
  readonly nth: number;
}

export interface Trap {
  /** Step → how often it came. */
  readonly counts: ReadonlyMap<string, number>;
  /** Says that the step comes now; gives the moment of it at which to call `spring`. */
  at(step: string): Moment | undefined;
  /** What happens while the process hangs in the trap, before it is killed. */
  meanwhile(): Promise<void>;
  spring(): void;
  readonly isSprung: () => boolean;
  /** The process to kill. */
  arm(child: ChildProcess): void;
}

export function createTrap(point?: Point, meanwhile: () => Promise<void> = async () => {}): Trap {
  const counts = new Map<string, number>();
  let victim: ChildProcess | undefined;
  let isSprung = false;
  return {
    counts,
    at(step) {
      const count = (counts.get(step) ?? 0) + 1;
      counts.set(step, count);
      return step === point?.step && count === point.nth ? point.moment : undefined;
    },
    meanwhile,
    spring() {
      if (victim === undefined) throw new Error("nobody is in the trap");
      isSprung = true;
      victim.kill("SIGKILL");
    },
    isSprung: () => isSprung,
    arm(child) {
      victim = child;
    },
  };
}
