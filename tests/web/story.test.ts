// The page of a story over HTTP: all outlets side by side, what differs, and what only one of them has.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../../src/articles/record.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { openPages, type Page, type Stand } from "./stand.ts";

let stand: Stand;
let story = 0;

/** An invented ferry line, told by three outlets: one counts other passengers, one has the fare, one is in English. */
const tellings: readonly Partial<Draft>[] = [
  {
    source: "صحيفة المرفأ", // "The Harbour"
    paragraphs: [
      "بدأت العبّارة الجديدة رحلاتها بين الضفتين، ونقلت في يومها الأول 420 راكباً من سكان الحي القديم.", // 420 passengers
      "وتقطع العبّارة المسافة في تسع دقائق.",
      "وقالت مهندسة الخط سلمى الحداد إن المحرك يعمل بالكهرباء وحدها.", // names an engineer
    ],
  },
  {
    source: "وكالة ضفاف",
    paragraphs: [
      "نقلت العبّارة الجديدة في يومها الأول بين الضفتين 380 راكباً من سكان الحي القديم.", // 380 passengers
      "وحُدد ثمن التذكرة بستة دراهم للبالغين ونصفها للتلاميذ، على أن يُراجع بعد العيد.", // the fare
    ],
  },
  {
    source: "The Quay <i>",
    language: "en",
    title: "New ferry crosses the river",
    paragraphs: ["The new ferry carried its first passengers across the river on Monday morning."],
  },
];

async function put(id: string, changes: Partial<Draft>, storyId?: string): Promise<number> {
  const draft = draftOf(id, {
    title: "العبّارة الجديدة تنقل أول ركابها",
    ...changes,
    summary: { sentences: [] },
  });
  const options = { ...optionsOf(draft), ...(storyId !== undefined && { storyId }) };
  return (await stand.test.house.articles.put(draft, options)).number;
}

beforeAll(async () => {
  stand = await openPages();
  for (const [index, telling] of tellings.entries()) {
    const number = await put(`ferry-${index}`, telling, index === 0 ? undefined : `s${story}`);
    if (index === 0) story = number;
  }
});
afterAll(() => stand.close());

const textsOf = (document: Page, selector: string): string[] =>
  Array.from(document.querySelectorAll(selector), (element) => element.textContent ?? "");

describe("the page of a story", () => {
  it("tells those who share it its title, its language and its one address", async () => {
    const { document } = await stand.open(`/s/${story}`);
    const property = (name: string): string | null | undefined =>
      document.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content");
    expect(property("title")).toBe("العبّارة الجديدة تنقل أول ركابها");
    expect(property("locale")).toBe("ar_AR");
    expect(property("url")).toBe(`https://mujaz.example/s/${story}`);
  });

  it("has every outlet with its time and title, oldest first, each in its own language", async () => {
    const { status, document } = await stand.open(`/s/${story}`);
    expect(status).toBe(200);
    expect(textsOf(document, ".telling .origin bdi")).toEqual(["صحيفة المرفأ", "وكالة ضفاف", "The Quay <i>"]);
    expect(textsOf(document, ".telling .origin time")[0]).toBe("الثلاثاء ٣ نوفمبر ٢٠٢٦، ١٠:٠٠\u00a0صباحاً");
    const headings = Array.from(document.querySelectorAll(".telling h3"));
    expect(headings.map((heading) => heading.getAttribute("dir"))).toEqual(["rtl", "rtl", "ltr"]);
    expect(headings.map((heading) => heading.querySelector("a")?.getAttribute("href"))).toEqual(
      [0, 1, 2].map((index) => `../a/${story + index}`),
    );
    expect(textsOf(document, "main > .origin")).toEqual(["يروي هذا الخبر \u2068٣\u2069 مصادر"]);
  });

  it("shows the figures of one thing that differ, each in its own sentence, and no others", async () => {
    const { document } = await stand.open(`/s/${story}`);
    expect(textsOf(document, ".difference dt")).toEqual(["صحيفة المرفأ", "وكالة ضفاف"]);
    expect(textsOf(document, ".difference b")).toEqual(["420 راكباً", "380 راكباً"]);
    expect(textsOf(document, ".difference dd")).toEqual([
      tellings[0]?.paragraphs?.[0],
      tellings[1]?.paragraphs?.[0],
    ]);
  });

  it("says of each outlet what no other has: figures, names, sentences", async () => {
    const { document } = await stand.open(`/s/${story}`);
    const [harbour, agency] = Array.from(document.querySelectorAll(".telling"));
    if (harbour === undefined || agency === undefined) throw new Error("two outlets are missing");
    const { paragraphs: harbourWords = [] } = tellings[0] ?? {};
    expect(textsOf(harbour, "li")).toEqual(["تسع دقائق", "سلمى الحداد", ...harbourWords.slice(1)]);
    expect(textsOf(agency, "li")).toEqual([tellings[1]?.paragraphs?.[1]]);
  });

  it("is found by the number of any of its articles, and linked from each", async () => {
    const { status, headers } = await stand.open(`/s/${story + 1}`);
    expect([status, headers.get("location")]).toEqual([302, `../s/${story}`]);
    const { document } = await stand.open(`/a/${story + 1}`);
    const links = Array.from(document.querySelectorAll(".beside a"), (link) => link.getAttribute("href"));
    expect(links.slice(0, 3)).toEqual([`../a/${story}`, `../a/${story + 2}`, `../s/${story}`]);
  });

  it("has nothing to compare where one outlet tells it, and says so", async () => {
    const number = await put("lonely", { title: "خبر وحيد", paragraphs: ["خبر لا يرويه غير مصدر واحد."] });
    const { status, document } = await stand.open(`/s/${number}`);
    expect(status).toBe(200);
    expect(document.querySelectorAll(".telling")).toHaveLength(1);
    expect(document.querySelectorAll(".difference, .telling h4")).toHaveLength(0);
    expect(textsOf(document, ".note")[0]).toMatch(/مصدر واحد/);
  });

  it("leaves out what an editor has hidden, and is gone with its last article", async () => {
    const number = await put("first", { source: "أ", paragraphs: ["نص أول للخبر المخفي."] });
    const hidden = await put(
      "second",
      { source: "ب", hidden: true, paragraphs: ["نص ثان له."] },
      `s${number}`,
    );
    const { document } = await stand.open(`/s/${number}`);
    expect(textsOf(document, ".telling .origin bdi")).toEqual(["أ"]);
    expect((await stand.open(`/a/${hidden}`)).status).toBe(200);
    const alone = await put("third", { source: "ت", hidden: true, paragraphs: ["نص ثالث."] });
    expect((await stand.open(`/s/${alone}`)).status).toBe(404);
  });
});

it("shows a newcomer, in the sample content, two outlets that differ in a figure", async () => {
  const shared = await Promise.all(
    stand.articles.map((article) => stand.test.house.articles.storyOf(article)),
  );
  const two = shared.find(({ sources }) => sources.length === 2);
  const { document } = await stand.open(`/s/${two?.number}`);
  expect(textsOf(document, ".difference b")).toEqual(["70 في المئة", "65 في المئة"]);
});
