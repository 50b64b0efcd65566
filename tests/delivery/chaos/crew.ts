// The processes of a drill: started, killed and stopped one by one, each worker under a token of its own.
import { within } from "../../../src/runtime/wait.ts";
import { launchMujaz, type Running } from "../../e2e/server.ts";
import { tokenOf } from "./telegram.ts";

export type Role = "clock" | "worker" | "web";

export interface Hand {
  readonly role: Role;
  /** Serial over all roles. */
  readonly id: number;
  readonly running: Running;
  /** Rejects when it ends before it runs. */
  readonly ready: Promise<void>;
  readonly isRunning: () => boolean;
  /** Milliseconds since 1970; absent while it lives, and for one that was stopped in peace. */
  killedMs?: number;
}

export interface Crew {
  /** Does not wait until it runs: `ready` does. */
  start(role: Role): Promise<Hand>;
  /** SIGKILL. */
  kill(hand: Hand): Promise<void>;
  /** SIGTERM; gives the exit status and how long it took. */
  stop(hand: Hand): Promise<{ readonly status: number | null; readonly ms: number }>;
  /** Those that live, oldest first. */
  living(role: Role): readonly Hand[];
  /** Everyone there ever was. */
  readonly all: readonly Hand[];
  /** Ends who is left. */
  close(): Promise<void>;
}

/** A start takes a second or two, ten times that where others use the machine: who takes longer hangs. */
const patienceMs = 60_000;

export function createCrew(env: Readonly<Record<string, string>>): Crew {
  const all: Hand[] = [];
  const living = new Set<Hand>();
  let started = 0;
  return {
    all,
    async start(role) {
      started += 1;
      const id = started;
      const { running, ready } = await launchMujaz({ ...env, BOT_TOKEN: tokenOf(id) }, [role]);
      let isRunning = false;
      const noted = ready.then(() => {
        isRunning = true;
      });
      noted.catch(() => undefined);
      const hand: Hand = { role, id, running, ready: noted, isRunning: () => isRunning };
      all.push(hand);
      living.add(hand);
      return hand;
    },
    async kill(hand) {
      living.delete(hand);
      hand.killedMs = Date.now();
      await hand.running.kill();
    },
    async stop(hand) {
      // One that has not come up yet would end by the signal itself.
      const isUp = await within(
        patienceMs,
        hand.ready.then(() => true),
      );
      if (!isUp) throw new Error(`${hand.role} ${hand.id} does not come up:\n${hand.running.output()}`);
      living.delete(hand);
      const from = performance.now();
      const status = await hand.running.stop();
      return { status, ms: performance.now() - from };
    },
    living: (role) => [...living].filter((hand) => hand.role === role),
    async close() {
      await Promise.all([...living].map((hand) => hand.running.kill()));
      living.clear();
    },
  };
}
