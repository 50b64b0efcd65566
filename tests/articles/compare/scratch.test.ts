import { it } from "vitest";
import { openTestHouse } from "../../house.ts";
import { compareTellings } from "../../../src/articles/compare/compare.ts";
it("prints", async () => {
  const t = await openTestHouse();
  const stories = await t.house.articles.latest({ limit: 50 });
  for (const s of stories) {
    if (s.members.length < 2) continue;
    const c = compareTellings(await t.house.articles.byNumbers(s.members));
    for (const d of c.differences) console.log("DIFF", d.map((m) => m.figure.phrase + " :: " + m.sentence.text).join("\n   "));
    for (const o of c.own) console.log("OWN", o.article.source, o.figures, o.names, o.sentences.map((x) => x.text).join("\n - "));
  }
  await t.close();
});
