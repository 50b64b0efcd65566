// Drops page furniture by the rules of config/boilerplate.yaml.
import { isBody } from "../lines.ts";
import { type FurnitureRule, matches, type Step, withoutLines } from "../step.ts";

/**
 * A rule for the top sees the lines before the first body paragraph, one for the bottom those after the last, so neither
 * can cut into the text. A rule that drops the rest takes all lines after its own.
 */
export const dropFurniture: Step = (page, rules) => {
  const first = page.lines.findIndex(isBody);
  const last = page.lines.findLastIndex(isBody);
  const isAllowed = (rule: FurnitureRule, index: number): boolean =>
    rule.where === "anywhere" || first < 0 || (rule.where === "top" ? index < first : index > last);
  let rest: string | undefined;
  return withoutLines(page, (line, index) => {
    if (rest !== undefined) return rest;
    const rule = rules.find((one) => isAllowed(one, index) && matches(one, line.text));
    if (rule?.drops === "rest") rest = rule.id;
    return rule?.id;
  });
};
