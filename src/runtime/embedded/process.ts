// Looks at, and ends, another process by its id.
import { readFileSync } from "node:fs";
import { waitUntil } from "../wait.ts";

/** False when it has gone, or is a zombie that nobody collects (a container's first process often does not). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const state = readProc(pid, "stat")?.match(/\) (\S)/)?.[1];
  return state !== "Z" && state !== "X";
}

/**
 * True when the process is the Redis server of this socket. Ids are used again, so its title must say so
 * (releases before 7 name port 0 there); where /proc does not tell, any running process counts.
 */
export function isServerOf(socket: string, pid: number): boolean {
  if (!isRunning(pid)) return false;
  const title = readProc(pid, "cmdline");
  if (title === undefined) return true;
  return /(redis|valkey)-server/.test(title) && (title.includes(socket) || /server \S*:0\b/.test(title));
}

/** Waits for it to go; then asks it to, then makes it. */
export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  for (const signal of [undefined, "SIGTERM", "SIGKILL"] as const) {
    if (signal !== undefined) kill(pid, signal);
    if (await waitUntil(() => !isRunning(pid), { limitMs: patienceMs })) return;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself.
  }
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
