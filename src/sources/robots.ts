// robots.txt (RFC 9309): asked once a day an origin, kept, and read by the robots-parser library.
import robotsModule from "robots-parser";
import { failed, place, refused } from "./ended.ts";
import { tameRobots } from "./robots-text.ts";
import type { WebAnswer } from "./web.ts";

/** What a robots.txt gave: its text ("" where there is none), or why it could not be read. */
export type RobotsText =
  | { readonly kind: "text"; readonly text: string }
  | Extract<WebAnswer, { kind: "wait" | "refused" | "failed" }>;

export type Verdict =
  | { readonly kind: "allowed"; readonly delayMs: number }
  | Extract<WebAnswer, { kind: "wait" | "refused" | "failed" }>;

export interface Robots {
  /** Whether a page may be asked, and the pause that its host wishes. */
  judge(url: URL): Promise<Verdict>;
}

/** RFC 9309 2.5: at least 500 KiB are parsed. */
export const robotsBytes = 500 * 1024;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const longestDelayMs = 30_000;

// A CommonJS function whose types speak of a module with a default export: Node gives the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;
type Parser = ReturnType<typeof robotsParser>;

interface Entry {
  readonly rules: Promise<Rules>;
  untilMs: number;
}

type Rules = { readonly kind: "rules"; readonly parser: Parser } | Exclude<RobotsText, { kind: "text" }>;

/**
 * `userAgent`: whose product token (the part before "/") is looked for. `load` fetches the text and never throws. Rules
 * are kept for a day, an unreadable file for an hour (RFC 9309 2.3.1.4: then nothing may be asked) or for the time
 * that its server names.
 */
export function createRobots(
  userAgent: string,
  load: (url: URL) => Promise<RobotsText>,
  now: () => Date,
): Robots {
  const token = userAgent.replace(/\/.*/, "").trim().toLowerCase();
  const known = new Map<string, Entry>();

  const fetchRules = async (url: URL, entry: () => Entry | undefined): Promise<Rules> => {
    const found = await load(url);
    const kept = entry();
    const ms = found.kind === "text" ? dayMs : found.kind === "wait" ? found.seconds * 1000 : hourMs;
    if (kept !== undefined) kept.untilMs = now().getTime() + ms;
    return found.kind === "text"
      ? { kind: "rules", parser: robotsParser(url.href, tameRobots(found.text, token)) }
      : found;
  };

  const rulesOf = (origin: string): Promise<Rules> => {
    const nowMs = now().getTime();
    for (const [key, { untilMs }] of known) if (untilMs <= nowMs) known.delete(key);
    const entry = known.get(origin);
    if (entry !== undefined) return entry.rules;
    const url = new URL("/robots.txt", origin);
    // Nobody asks twice while the first question is open.
    const rules = fetchRules(url, () => known.get(origin));
    known.set(origin, { rules, untilMs: Number.POSITIVE_INFINITY });
    return rules;
  };

  return {
    async judge(url) {
      const rules = await rulesOf(url.origin);
      const file = `robots.txt of ${url.host}`;
      if (rules.kind === "wait") return rules;
      if (rules.kind !== "rules") {
        const mend = "its pages are left alone until robots.txt can be read; it is asked again in an hour";
        return failed(`${file} cannot be read: ${rules.reason}`, mend);
      }
      if (rules.parser.isAllowed(url.href, token) === false) {
        return refused(`${file} forbids ${place(url)}`, "the publisher does not want it: use the feed alone");
      }
      const delay = rules.parser.getCrawlDelay(token) ?? 0;
      return { kind: "allowed", delayMs: Math.min(longestDelayMs, Math.max(0, delay * 1000)) };
    },
  };
}
