// Says what is wrong with the configuration, all of it at once, to the person who can mend it.
import type { ConfigFault } from "./config.ts";

/** The "file" of a fault in a variable that the shell or the host set. */
export const environmentName = "environment";

/** One fault after another: `file:line: message`, and below it the mend. In order of file and line. */
export function formatFaults(faults: readonly ConfigFault[]): string {
  return inOrder(faults)
    .map((fault) => `${describeFault(fault)}\n  mend: ${fault.mend}`)
    .join("\n");
}

/** In order of file and line. */
export function inOrder(faults: readonly ConfigFault[]): ConfigFault[] {
  return [...faults].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

/** `file:line: message`, without the mend. */
export function describeFault({ file, line, message }: ConfigFault): string {
  return `${line > 0 ? `${file}:${line}` : file}: ${message}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
