// What SIGHUP means: read config/ again; in a terminal that is closed, stop.
import { closeSync, openSync } from "node:fs";
import { isatty } from "node:tty";

export interface OnHangup {
  reload(): void;
  stop(): void;
}

/** From the first moment of a start on: unheard, the signal ends a process at once. */
export function listenForHangup({ reload, stop }: OnHangup): void {
  const onTerminal = [0, 1, 2].filter((fd) => isatty(fd));
  process.on("SIGHUP", () => {
    // A window that is closed sends the same signal, and nobody will ever see this process again.
    if (!onTerminal.includes(1) || hasTerminal()) return reload();
    forget(onTerminal);
    stop();
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

/**
 * Writes to a terminal that has gone fail, and a log that cannot write would end the stop in its middle; at the end Node
 * aborts where it cannot give the terminal back. What is opened takes the lowest number that is free: the one just closed.
 */
function forget(fds: readonly number[]): void {
  for (const fd of fds) {
    closeSync(fd);
    openSync("/dev/null", "r+");
  }
}
