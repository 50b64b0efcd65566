// Blocks are found in the evidence in whatever order they are asked for, and as often.
import { expect, it } from "vitest";
import { toKey } from "../../src/articles/lines.ts";
import { toldBy } from "../../src/articles/told-by.ts";

const sentences = ["وصلت السفينة.", "وعاد الصيادون.", "وفتح السوق.", "وصلت السفينة."]; // the ship came, the fishers returned …
const [ship = "", fishers = "", market = ""] = sentences;

it.each([
  ["in its order", [ship, fishers, market, ship]],
  ["twice, as the first look is followed by a second", [ship, fishers, market, ship, fishers, market]],
  ["backwards", [market, fishers, ship]],
  ["with strangers between", [ship, "وهطل المطر.", fishers, "", market]], // rain fell
])("asked %s, it says what the whole text says", (_how, asked) => {
  const key = toKey(sentences.join(" "));
  const isTold = toldBy(key);
  expect(asked.map((text) => isTold({ text }))).toEqual(asked.map((text) => key.includes(toKey(text))));
  expect(asked.map((text) => isTold({ text }))).toContain(true);
});
