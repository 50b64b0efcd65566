// Finds the headline of a scrape whose first line is page furniture: «الرئيسية / صحة» ("home / health").
import { isBody } from "../lines.ts";
import { type FurnitureRule, matches, type Step } from "../step.ts";

/**
 * The title becomes the first line below that is no furniture, if that is no body paragraph; else the title stays, for a
 * doubtful title is better than none. Formats that say which line is the title are believed.
 */
export const dropFurnitureTitle: Step = (page, rules) => {
  const above = rules.filter((rule) => rule.where !== "bottom" && rule.drops === "line");
  const ruleFor = (text: string): FurnitureRule | undefined => above.find((rule) => matches(rule, text));
  const rule = page.isRaw ? ruleFor(page.title) : undefined;
  const index = page.lines.findIndex((line) => ruleFor(line.text) === undefined);
  const line = page.lines[index];
  if (rule === undefined || line === undefined || isBody(line)) return page;
  return {
    ...page,
    title: line.text,
    lines: page.lines.toSpliced(index, 1),
    removed: [...page.removed, { text: page.title, rule: rule.id }],
  };
};
