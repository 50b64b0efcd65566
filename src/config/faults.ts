// Says what is wrong with the configuration, all of it at once, to the person who can mend it.
import type { ConfigFault } from "./config.ts";

/** The "file" of a fault in a variable that the shell or the host set. */
export const environmentName = "environment";

/** One fault after another: `file:line: message`, and below it the mend. In order of file and line. */
export function formatFaults(faults: readonly ConfigFault[]): string {
  return [...faults]
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line)
    .map(({ file, line, message, mend }) => {
      const place = line > 0 ? `${file}:${line}` : file;
      return `${place}: ${message}\n  mend: ${mend}`;
    })
    .join("\n");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
