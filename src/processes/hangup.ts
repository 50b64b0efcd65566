// What SIGHUP means: read config/ again; in a terminal that is closed, stop.
import { closeSync, openSync } from "node:fs";

export interface OnHangup {
  reload(): void;
  stop(): void;
}

/** From the first moment of a start on: unheard, the signal ends a process at once. */
export function listenForHangup({ reload, stop }: OnHangup): void {
  const isInTerminal = process.stdout.isTTY === true;
  process.on("SIGHUP", () => {
    // A window that is closed sends the same signal, and nobody will ever see this process again.
    if (isInTerminal && !hasTerminal()) stop();
    else reload();
  });
}

/** A process whose terminal has gone has none any more when the signal comes. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
