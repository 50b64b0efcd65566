// Inline mode: the latest, a search, one article by its number, page by page.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  const refused = stage.refused();
  await stage.close();
  expect(refused).toEqual([]);
});

async function inline(query: string, offset = "") {
  const answer = stage.playground.inline(1, query, offset);
  await stage.after(() => undefined);
  return answer;
}
const titles = ({ results }: Awaited<ReturnType<typeof inline>>): readonly string[] =>
  results.map((result) => String((result as unknown as { title: string }).title));

it("shows the latest for an empty query, in pages", async () => {
  const first = await inline("");
  expect(first.results.length).toBe(15);
  expect(first.nextOffset).toBe("15");
  const second = await inline("", "15");
  expect(second.results.length).toBeGreaterThan(0);
  expect(titles(second).filter((title) => titles(first).includes(title))).toEqual([]);
});

it("finds by words and by number, and nothing for what nobody wrote", async () => {
  expect(titles(await inline("ماء البحر")).length).toBeGreaterThan(0);
  expect((await inline("a_3")).results).toHaveLength(1);
  expect((await inline("a٣")).results).toHaveLength(1);
  for (const query of ["زززخخخ", "a99999999", "؟؟", "'\"<b>&", "ا".repeat(256)])
    expect((await inline(query, "nonsense")).results).toEqual([]);
});

it("posts an article's card where it was chosen", async () => {
  const { id } = stage.playground.makeGroup({ title: "مجموعة", members: [1] });
  const answer = await inline("a3");
  const [card] = answer.results as unknown as { id: string }[];
  const message = stage.playground.chooseInline(1, answer.queryId, card?.id ?? "", id);
  expect(stage.texts([message])[0]).toContain("/a3");
  // Who asks need not be a reader: the digits are those of the operator's country.
  expect(stage.texts([message])[0]).toContain("السبت ١٠ أكتوبر ٢٠٢٦");
  expect(JSON.stringify(card)).toMatch(/"description":"[^"]*السبت ١٠ أكتوبر ٢٠٢٦/);
});
