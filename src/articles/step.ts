// The contract of a cleaning step: a page in, a page with less on it out, and a record of what went and why.
import type { Block } from "./format.ts";

export interface Line {
  readonly text: string;
  readonly kind: "paragraph" | "heading" | "list";
  /** True when the line is a block by itself, with air above and below it. */
  readonly isAlone: boolean;
  /** See `Block.mark`. */
  readonly mark?: string;
  /** True when a line right above it went as furniture. */
  readonly isBelowFurniture?: boolean;
}

export interface Removed {
  readonly text: string;
  /** The name of the step, or the id of the furniture rule, that took it away. */
  readonly rule: string;
}

/** An article between the format that read it and the reader who gets it. */
export interface Page {
  readonly title: string;
  /** As the format gave them; the step "lines" makes lines of them. */
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
  readonly headings: readonly string[];
  readonly dateline?: string;
  readonly removed: readonly Removed[];
  /** The outlet's name, where the document tells it. */
  readonly source?: string;
  /** See `Parsed.isRaw`. */
  readonly isRaw: boolean;
}

/** The part of a boilerplate rule that cleaning needs; config's rules fit it. */
export interface FurnitureRule {
  readonly id: string;
  readonly where: "anywhere" | "top" | "bottom";
  readonly pattern: RegExp;
  readonly drops: "line" | "rest";
}

/** What is known of furniture before an article is seen. */
export interface Knowledge {
  readonly rules: readonly FurnitureRule[];
  /** Keys (`lineKey`) of lines that come back in many articles of one source. */
  readonly learnt?: ReadonlySet<string>;
}

/** `search` starts afresh whatever the flags, and writes nothing into a frozen pattern; `test` does neither. */
export function matches(rule: FurnitureRule, text: string): boolean {
  return text.search(rule.pattern) >= 0 || (ornaments.test(text) && toPlain(text).search(rule.pattern) >= 0);
}

/** Tatweel and vowel signs: pages stretch their labels, «قـــد يهمك» (you may like). */
const ornaments = /[\u0640\u064B-\u0652\u0670]/;

function toPlain(text: string): string {
  return text.replace(/[\u0640\u064B-\u0652\u0670]+/g, "");
}

/** All patterns of some rules as one: most lines match none, and one look tells so. */
const combined = new WeakMap<readonly FurnitureRule[], RegExp | null>();

/** The first of the rules that matches. */
export function findRule(
  rules: readonly FurnitureRule[],
  text: string,
  isAllowed: (rule: FurnitureRule) => boolean = () => true,
): FurnitureRule | undefined {
  let all = combined.get(rules);
  if (all === undefined) {
    const isAlike = rules.length > 1 && rules.every(({ pattern }) => pattern.flags === "iu");
    all = isAlike ? new RegExp(rules.map(({ pattern }) => `(?:${pattern.source})`).join("|"), "iu") : null;
    combined.set(rules, all);
  }
  if (all !== null && text.search(all) < 0 && !(ornaments.test(text) && toPlain(text).search(all) >= 0))
    return undefined;
  return rules.find((rule) => isAllowed(rule) && matches(rule, text));
}

/** Pure. What is doubtful stays: a stray line is better than a lost one. */
export type Step = (page: Page, knowledge: Knowledge) => Page;

/** The page without the lines that `ruleFor` names a rule for; each goes on record under it. */
export function withoutLines(page: Page, ruleFor: (line: Line, index: number) => string | undefined): Page {
  const removed = [...page.removed];
  const lines: Line[] = [];
  let isBelow = false;
  for (const [index, line] of page.lines.entries()) {
    const rule = ruleFor(line, index);
    if (rule !== undefined) removed.push({ text: line.text, rule });
    else lines.push(isBelow ? { ...line, isBelowFurniture: true } : line);
    isBelow = rule !== undefined;
  }
  return { ...page, lines, removed };
}
