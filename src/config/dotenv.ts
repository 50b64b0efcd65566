// Reads `.env`: Node parses the values, and this finds the line of each name, and lines that mean nothing.
import { parseEnv } from "node:util";
import type { ConfigFault } from "./config.ts";

export interface DotEnv {
  readonly values: Readonly<Record<string, string>>;
  /** Name → 1-based line of its last assignment, the one that counts. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly ConfigFault[];
}

/** An empty text gives no values. */
export function parseDotEnv(file: string, text: string): DotEnv {
  const lines = new Map<string, number>();
  const faults: ConfigFault[] = [];
  let openQuote = ""; // Inside a value of several lines.
  const written = text.split(/\r?\n/);
  const kept = [...written];
  written.forEach((line, index) => {
    if (openQuote !== "") {
      if (line.includes(openQuote)) openQuote = "";
      return;
    }
    if (/^\s*(#|$)/.test(line)) return;
    const assignment = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*)$/.exec(line);
    if (assignment === null) {
      kept[index] = ""; // Node would take it for the beginning of the next line's name.
      faults.push({
        file,
        line: index + 1,
        message: "this line is not NAME=value",
        mend: "write NAME=value, or begin the line with # to make it a remark",
      });
      return;
    }
    const [, name = "", value = ""] = assignment;
    lines.set(name, index + 1);
    const quote = /^["'`]/.exec(value)?.[0] ?? "";
    if (quote !== "" && !value.slice(1).includes(quote)) openQuote = quote;
  });
  return { values: parseEnv(kept.join("\n")) as Record<string, string>, lines, faults };
}
