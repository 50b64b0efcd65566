// Switches a feed on and off, and makes it due: the same from the command line, the bot and the dashboard.
import type { Register } from "./register.ts";

/** What the state of a feed says that an operator switched off. */
export const offByHand = "switched off by hand";

/** Switched on it is read at the next minute, and its failures are forgotten. */
export async function turnFeed(register: Pick<Register, "change">, id: string, isOn: boolean): Promise<void> {
  await register.change(
    id,
    isOn
      ? { off: null, failures: 0, error: null, next: null, isOffTold: false }
      : { off: offByHand, isOffTold: true },
  );
}

/** A feed that is on is read at the clock's next minute, whatever its time. */
export async function readSoon(register: Pick<Register, "change">, id: string): Promise<void> {
  await register.change(id, { next: null });
}
