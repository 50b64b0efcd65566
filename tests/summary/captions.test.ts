// Captions of pictures are no sentences of the article.
import { expect, it } from "vitest";
import { summarize } from "../../src/summary/summarize.ts";

const said = "افتتحت البلدية سوق السمك الجديدة على رصيف الميناء القديم صباح الأحد.";
const more = "تضم السوق أربعين محلا ومطعمين ومصنعا صغيرا للثلج يخدم قوارب الصيادين.";

it("leaves captions out of a summary", () => {
  const caption = "سوق السمك الجديدة على رصيف الميناء القديم صباح الأحد (رويترز)";
  const { sentences } = summarize({ text: [said, caption, more].join("\n") }, { sentences: 3 });
  expect(sentences.map(({ text }) => text)).toEqual([said, more]);
});

it("has nothing to say where only captions are written", () => {
  const captions = ["صورة أرشيفية لسوق السمك القديمة", "جانب من افتتاح السوق الجديدة"];
  expect(summarize({ text: captions.join("\n") }, { sentences: 1 })).toEqual({ sentences: [] });
});
