// Clean articles lose nothing: all rules and all steps over text that has no furniture, or whose furniture is known.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toBlocks } from "../../src/articles/blocks.ts";
import { clean } from "../../src/articles/clean.ts";
import { isBody, toLines } from "../../src/articles/lines.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import type { Removed } from "../../src/articles/step.ts";
import { parsedOf } from "./fixture.ts";
import { shippedRules } from "./pages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Body paragraphs that went; a paragraph that a text holds twice is one of them, and stands once still. */
function lostBodies(removed: readonly Removed[]): readonly Removed[] {
  return removed.filter(
    ({ text, rule }) =>
      rule !== "duplicate-paragraph" &&
      rule !== "repeated-title" &&
      toLines([{ kind: "paragraph", text }]).some(isBody),
  );
}

/** Read as a raw scrape, which is the hardest reading. */
const removedFrom = (title: string | undefined, text: string): readonly Removed[] =>
  clean(
    { ...(title !== undefined && { title }), blocks: toBlocks(text), isRaw: true },
    { rules: shippedRules },
  ).removed;

describe("no body paragraph goes", () => {
  const goldens = readdirSync(join(root, "tests", "golden")).filter((name) => name.endsWith(".yaml"));
  it.each(goldens)("from the golden text %s", (name) => {
    const { title, text } = parse(readFileSync(join(root, "tests", "golden", name), "utf8")) as {
      title: string | null;
      text: string;
    };
    expect(lostBodies(removedFrom(title ?? undefined, text))).toEqual([]);
  });

  const contents = readdirSync(join(root, "content"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:md|json|txt|html)$/.test(name),
  );
  it.each(contents)("from the sample article %s", (name) => {
    const parsed = parsedOf(parseDocument(readFileSync(join(root, "content", name)), name));
    expect(lostBodies(clean({ ...parsed, isRaw: true }, { rules: shippedRules }).removed)).toEqual([]);
  });
});

const corpus = ["../shared/data"]
  .map((path) => join(root, path, "easc-dev.jsonl"))
  .find((path) => existsSync(path));
if (corpus === undefined) console.log("EASC is not beside this repository: its test is skipped");

describe.skipIf(corpus === undefined)("the Essex corpus", () => {
  it("loses no line but those that it holds twice", () => {
    const texts = readFileSync(corpus ?? "", "utf8")
      .trim()
      .split("\n");
    const removed = texts.flatMap((line) =>
      removedFrom(undefined, (JSON.parse(line) as { text: string }).text),
    );
    expect(removed.filter(({ rule }) => rule !== "duplicate-paragraph")).toEqual([]);
  });
});

describe("sentences that begin like furniture stay", () => {
  const before = "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار المقبل."; // "the town said …"
  const after = "وأضافت أن الحركة ستتحول إلى الطريق القديم مدة أسبوعين فقط."; // "it added …"
  it.each([
    "شارك في التغطية الصحية للحملة أكثر من ألف متطوع من خمس مدن.",
    "تابع قناة الري المهندسون يوما بعد يوم حتى عاد الماء إلى الحقول.",
    "انتهى العمل في القناة الجديدة قبل موعده بثلاثة أسابيع كاملة.",
    "رئيس التحرير الجديد للقاموس هو أول من جمع لهجات الساحل في كتاب واحد.",
    "كاتب الرواية لم يحضر الحفل، لكنه أرسل كلمة قرأتها ابنته أمام الجمهور.",
    "الصورة من الأعلى تبين أن البحيرة فقدت ثلث مساحتها خلال عشر سنوات.",
    "هاتف المحافظ أهالي القرية ووعدهم بإصلاح الطريق قبل الشتاء.",
    "اضغط الكتلة الخشبية ببطء، ثم اتركها يوما كاملا حتى تجف في الظل.",
    "الأكثر قراءة في المكتبة هذا العام روايات كتبها شباب من المدينة نفسها.",
    "جميع الحقوق محفوظة في هذا الاتفاق للمزارعين الذين وقعوا عليه قبل عامين.",
  ])("«%s»", (line) => {
    const text = [before, after, line, before.replace("الجسر", "النفق"), after.replace("القديم", "الشرقي")];
    expect(removedFrom("عنوان الخبر", text.join("\n\n"))).toEqual([]);
  });
});
