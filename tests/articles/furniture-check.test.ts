// Which lines of a text as given are not its body.
import { describe, expect, it } from "vitest";
import { createFurnitureCheck } from "../../src/articles/furniture-check.ts";
import { rules } from "./rules.ts";

const first = "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار المقبل."; // "the town said the bridge will be done …"
const second = "وأضافت أن الحركة ستتحول إلى الطريق القديم مدة أسبوعين فقط."; // "it added that traffic will move …"

describe("createFurnitureCheck", () => {
  const text = `${first}\n\nعن الجسر\n\n${second}\n\nالأكثر قراءة\nخبر آخر`;

  it.each([
    [first, false],
    ["عن الجسر", true],
    ["الأكثر قراءة", true],
    ["  خبر آخر ", true],
    [second, false],
  ])("knows of the line «%s» whether it is furniture: %s", (line, isFurniture) => {
    expect(createFurnitureCheck(text, undefined, rules)(line)).toBe(isFurniture);
    expect(createFurnitureCheck(text, "عنوان الخبر", rules)(line)).toBe(isFurniture);
  });

  it("knows the title where the text repeats it", () => {
    const check = createFurnitureCheck(`عنوان الخبر\n\n${first}`, "عنوان الخبر", rules);
    expect([check("عنوان الخبر"), check(first)]).toEqual([true, false]);
  });
});
