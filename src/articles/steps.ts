// The table of cleaning steps, in the order in which they run; docs/cleaning.md tells of each under its number.
import type { Step } from "./step.ts";
import { splitDateline } from "./steps/dateline.ts";
import { dropDuplicates } from "./steps/duplicates.ts";
import { dropEdges } from "./steps/edges.ts";
import { repairEncoding } from "./steps/encoding.ts";
import { dropForeignTail } from "./steps/foreign-tail.ts";
import { dropFurniture } from "./steps/furniture.ts";
import { dropFurnitureTitle } from "./steps/furniture-title.ts";
import { dropGluedTitle } from "./steps/glued-title.ts";
import { dropLearnt } from "./steps/learnt.ts";
import { splitLines } from "./steps/lines.ts";
import { dropPageVoice } from "./steps/page-voice.ts";
import { dropRepeatedTitle } from "./steps/repeated-title.ts";
import { dropSiteName } from "./steps/site-name.ts";
import { mendSpaces } from "./steps/spaces.ts";
import { dropStaff } from "./steps/staff-box.ts";
import { liftSubHeadings } from "./steps/sub-headings.ts";

/**
 * The order matters. Letters are repaired before anything is read. The title is found first of all lines, because its
 * repetitions are known by it, and the site's name is proved by lines that later steps drop. What stands at the edges is
 * told by what is furniture beside it. Furniture goes before sub-headings, or «الأكثر قراءة» ("most read") would pass for one.
 * The dateline goes before duplicates are compared, for a repeated lead often lacks it.
 */
export const steps = {
  encoding: repairEncoding,
  lines: splitLines,
  "staff-box": dropStaff,
  "furniture-title": dropFurnitureTitle,
  "glued-title": dropGluedTitle,
  "site-name": dropSiteName,
  "repeated-title": dropRepeatedTitle,
  learnt: dropLearnt,
  "foreign-tail": dropForeignTail,
  furniture: dropFurniture,
  "page-voice": dropPageVoice,
  edges: dropEdges,
  dateline: splitDateline,
  "duplicate-paragraph": dropDuplicates,
  "sub-heading": liftSubHeadings,
  spaces: mendSpaces,
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

/** Rules that bear another name than their step; rules of config/boilerplate.yaml belong to "furniture". */
const stepOfRule: Readonly<Record<string, StepName>> = {
  strip: "lines",
  "above-title": "furniture-title",
  caption: "page-voice",
  "page-line": "page-voice",
  doubled: "edges",
  "above-body": "edges",
  "below-body": "edges",
};

/** Number, from 1, and name of the step that took a line away under a rule. */
export function stepOf(rule: string): { readonly number: number; readonly name: StepName } {
  const names = Object.keys(steps) as StepName[];
  const own = names.find((name) => name === rule);
  const name = own ?? stepOfRule[rule] ?? (rule.startsWith("html-") ? "lines" : "furniture");
  return { number: names.indexOf(name) + 1, name };
}
