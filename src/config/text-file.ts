// Reads one text file of the configuration.
import { readFileSync } from "node:fs";
import type { ConfigFault } from "./config.ts";

/** The text, without a byte order mark; neither text nor fault where there is no such file. `shown` is the name that people see. */
export function readText(path: string, shown: string): { text?: string; fault?: ConfigFault } {
  try {
    return { text: readFileSync(path, "utf8").replace(/^\uFEFF/, "") };
  } catch (error) {
    const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? "") : "";
    if (code === "ENOENT" || code === "ENOTDIR") return {};
    const isFolder = code === "EISDIR";
    const message = isFolder ? "this is a folder, and should be a file" : `the file cannot be read (${code})`;
    const mend = isFolder ? "move the folder away" : "let this user read it";
    return { fault: { file: shown, line: 0, message, mend } };
  }
}
