// Checks the grammar of a Fluent file; the messages themselves are another room's business.
import { parse } from "@fluent/syntax";
import type { ConfigFault } from "./config.ts";

/** A fault for each piece that is not Fluent, and for each message that stands there twice; and the names that it holds. */
export function checkFluent(
  file: string,
  text: string,
): { readonly faults: readonly ConfigFault[]; readonly names: ReadonlySet<string> } {
  const faults: ConfigFault[] = [];
  const seen = new Set<string>();
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  for (const entry of parse(text, { withSpans: true }).body) {
    if (entry.type === "Junk") {
      const [annotation] = entry.annotations;
      const offset = annotation?.span?.start ?? entry.span?.start ?? 0;
      faults.push({
        file,
        line: lineAt(Math.min(offset, text.length - 1)),
        message: `not valid Fluent: ${annotation?.message ?? "unexpected text"}`,
        mend: "write name = text, and indent the lines that follow",
      });
    } else if (entry.type === "Message" || entry.type === "Term") {
      const name = `${entry.type === "Term" ? "-" : ""}${entry.id.name}`;
      if (seen.has(name)) {
        const line = lineAt(entry.id.span?.start ?? 0);
        faults.push({
          file,
          line,
          message: `"${name}" stands here a second time`,
          mend: "keep one of the two",
        });
      }
      seen.add(name);
    }
  }
  return { faults, names: seen };
}

/** A fault where the language that others fall back to lacks messages that another one has: using one would fail. */
export function missingFrom(
  first: { readonly file: string; readonly names: ReadonlySet<string> },
  other: { readonly file: string; readonly names: ReadonlySet<string> },
): ConfigFault[] {
  const missing = [...other.names].filter((name) => !first.names.has(name));
  if (missing.length === 0) return [];
  const shown = missing.slice(0, 5).join(", ");
  return [
    {
      file: first.file,
      line: 0,
      message: `lacks ${missing.length} of the messages in ${other.file}: ${shown}${missing.length > 5 ? ", …" : ""}`,
      mend: "write them here: what a language lacks is said in this one, that of bot.locale",
    },
  ];
}
