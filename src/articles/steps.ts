// The table of cleaning steps, in the order in which they run.
import type { Step } from "./step.ts";
import { splitDateline } from "./steps/dateline.ts";
import { dropDuplicates } from "./steps/duplicates.ts";
import { dropFurniture } from "./steps/furniture.ts";
import { dropFurnitureTitle } from "./steps/furniture-title.ts";
import { dropGluedTitle } from "./steps/glued-title.ts";
import { dropRepeatedTitle } from "./steps/repeated-title.ts";
import { dropSiteName } from "./steps/site-name.ts";
import { liftSubHeadings } from "./steps/sub-headings.ts";

/**
 * The order matters. The title is found first, because its repetitions are known by it, and the site's name is proved by
 * lines that later steps drop. Furniture goes before sub-headings, or «الأكثر قراءة» ("most read") would pass for one.
 * The dateline goes before duplicates are compared, for a repeated lead often lacks it.
 */
export const steps = {
  "furniture-title": dropFurnitureTitle,
  "glued-title": dropGluedTitle,
  "site-name": dropSiteName,
  "repeated-title": dropRepeatedTitle,
  furniture: dropFurniture,
  dateline: splitDateline,
  "duplicate-paragraph": dropDuplicates,
  "sub-heading": liftSubHeadings,
} satisfies Record<string, Step>;
