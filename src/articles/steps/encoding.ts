// Repairs letters that a wrong encoding broke, before anything is read.
import { tidy } from "../lines.ts";
import { dropLostSigns, mendEntities, mendForms, mendMojibake } from "../mojibake.ts";
import type { Page, Removed, Step } from "../step.ts";

const rule = "encoding";

/** A text that holds none of these is sound. */
const suspect =
  /[&\uFFFDØÙ\uFB50-\uFDEF\uFE70-\uFEFC]|[طظ][\u0080-\u00FF\u0152-\u017E\u02C6\u2010-\u2122\u0660-\u06FF]/;

/** Only what was misread: the author's words and marks stay. A line that changes in letters goes on record as it was. */
export const repairEncoding: Step = (page: Page) => {
  if (!page.isRaw) return page;
  const removed: Removed[] = [];
  const repair = (text: string): string => {
    if (!suspect.test(text)) return text;
    return text
      .split("\n")
      .map((line) => {
        const mended = dropLostSigns(mendForms(mendEntities(mendMojibake(line))));
        if (tidy(mended) !== tidy(mendEntities(line))) removed.push({ text: tidy(line), rule });
        return mended;
      })
      .join("\n");
  };
  const title = repair(page.title);
  const blocks = page.blocks.map((block) => {
    const text = repair(block.text);
    return text === block.text ? block : { ...block, text };
  });
  return { ...page, title, blocks, removed: [...page.removed, ...removed] };
};
