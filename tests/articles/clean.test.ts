// The cleaner on whole scrapes and step by step: titles once, furniture gone, every body paragraph kept word for word.
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { parsedOf, readFixture } from "./fixture.ts";
import { rules } from "./rules.ts";

const cleanFixture = (name: string) => clean(parsedOf(parseDocument(readFixture(name), name)), { rules });
const cleanText = (text: string) =>
  clean(parsedOf(parseDocument(new TextEncoder().encode(text), "a.txt")), { rules });

/** Two plain body paragraphs, to stand around what a test is about. */
const first = "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار المقبل."; // "the town said the bridge will be done …"
const second = "وأضافت أن الحركة ستتحول إلى الطريق القديم مدة أسبوعين فقط."; // "it added that traffic will move …"

describe("whole scrapes", () => {
  it("takes a scrape with a repeated, glued title apart without losing a word of the body", () => {
    const title = "هل تكفي مياه السد حقول الوادي هذا الصيف؟";
    const cleaned = cleanFixture("glued-title.txt");
    expect(cleaned).toEqual({
      title,
      dateline: "القاهرة - وكالة ضفاف",
      language: "ar",
      headings: ["حصص بالتناوب", "مخاوف من شح أطول"],
      paragraphs: [
        "أعلنت هيئة الري في الوادي أن مخزون السد بلغ 62 في المائة من سعته، بعد موسم أمطار أقصر من المعتاد (... ) وأن التوزيع سيجري بالتناوب.",
        'وقال مهندس في الهيئة إن المزارعين “لن يحرموا من دورهم”، لكنه دعا إلى "الاقتصاد في الري" خلال شهر يوليو.',
        "وتقسم الخطة القرى إلى ثلاث مجموعات، تحصل كل منها على الماء يومين في الأسبوع، على أن تراجع الحصص كل عشرة أيام.",
        "وأضاف المهندس أن القنوات المبطنة حديثا خفضت الفاقد بنحو 18 في المائة مقارنة بالعام الماضي.",
        "ويرى خبير في الموارد المائية أن الخطة تؤجل المشكلة ولا تحلها، وأن الحل يبدأ من اختيار محاصيل أقل عطشا.",
      ],
      removed: [
        { text: `${title}${title}`, rule: "repeated-title" },
        { text: title, rule: "repeated-title" },
        { text: "شارك", rule: "share" },
        { text: "طباعة", rule: "share" },
        { text: "الأكثر قراءة", rule: "most-read" },
        { text: "أسعار القمح تستقر", rule: "most-read" },
        { text: "No stories found.", rule: "most-read" },
        { text: "logo", rule: "most-read" },
        { text: "صحيفة الوادي", rule: "most-read" },
        { text: "www.alwadi.example", rule: "most-read" },
        { text: cleaned.paragraphs[2], rule: "duplicate-paragraph" },
      ],
    });
  });

  it("takes each line of a text without blank lines for a paragraph, and keeps a list for a list", () => {
    expect(cleanFixture("site-name.txt")).toMatchObject({
      title: "مكتبة متنقلة تصل إلى قرى الجبل",
      headings: ["برنامج حتى الربيع"],
      paragraphs: [
        expect.stringMatching(/^وصلت حافلة/),
        expect.stringMatching(/^وقالت أمينة/),
        expect.stringMatching(/^وتستمر الرحلات/),
        "كتب وحواسيب",
        "قصص",
        expect.stringMatching(/^ويأمل أهالي/),
      ],
      removed: [
        { text: "مرصد الساحل", rule: "site-name" },
        { text: "مرصد الساحل", rule: "site-name" },
        { text: "الرئيسية", rule: "home" },
        { text: "جميع الحقوق محفوظة", rule: "copyright" },
      ],
    });
  });

  it("joins lines that were wrapped at a margin", () => {
    expect(cleanFixture("wrapped.txt").paragraphs).toEqual([
      "قال باحثون في مختبر المواد إن طلاء جديدا من مسحوق الحجر الجيري خفض حرارة الجدران الخارجية أربع درجات في تجربة استمرت ستين يوما على سطوح مبان قديمة في الحي الجامعي.",
      "وأوضح الفريق أن كلفة المتر المربع تقل عن كلفة الطلاء العازل المستورد بنحو الثلث، وأن المادة متوافرة في محاجر قريبة.",
    ]);
  });

  it("finishes what the HTML reader began", () => {
    const cleaned = cleanFixture("page.html");
    expect(cleaned).toMatchObject({
      published: "2026-10-05T06:30:00.000Z",
      headings: ["عربات نوم"],
      removed: [],
    });
    expect(cleaned.paragraphs).toHaveLength(6);
  });
});

describe("titles", () => {
  it.each([
    ["twice", "افتتاح جسر الميناء الجديدافتتاح جسر الميناء الجديد"],
    [
      "three times with spaces",
      "افتتاح جسر الميناء الجديد افتتاح جسر الميناء الجديد افتتاح جسر الميناء الجديد",
    ],
    ["twice with a bar", "افتتاح جسر الميناء الجديد | افتتاح جسر الميناء الجديد"],
  ])("says a title that is glued %s once", (_how, line) => {
    expect(cleanText(`${line}\n\n${first}`).title).toBe("افتتاح جسر الميناء الجديد");
  });

  it("drops the title above the body in other spelling, and the title glued to the first paragraph", () => {
    const title = "إلى أين يقود الجسر الجديد؟";
    const cleaned = cleanText(`${title}\n\nالى اين يقود الجسر الجديد ؟\n\n${title}${first}`);
    expect(cleaned).toMatchObject({ title, paragraphs: [first] });
  });

  it("keeps a first paragraph that only begins with the words of the title", () => {
    const body = "افتتاح الجسر الجديد تأخر ثلاثة أشهر، كما قالت البلدية في بيان.";
    expect(cleanText(`افتتاح الجسر الجديد\n\n${body}`).paragraphs).toEqual([body]);
  });

  it.each([
    [
      "behind a dash, when the title stands again without it",
      "افتتاح جسر الميناء الجديد - الموقع الأول",
      `افتتاح جسر الميناء الجديد\n\n${first}`,
    ],
    [
      "before a bar, when it stands on a line of its own",
      "الموقع الأول | افتتاح جسر الميناء الجديد",
      `${first}\n\nالموقع الأول`,
    ],
  ])("takes a site's name off %s", (_where, line, rest) => {
    expect(cleanText(`${line}\n\n${rest}`)).toMatchObject({
      title: "افتتاح جسر الميناء الجديد",
      paragraphs: [first],
    });
  });

  it("keeps the second half of a title that nothing proves to be a site's name", () => {
    expect(cleanText(`افتتاح الجسر - عودة الحياة\n\n${first}`).title).toBe("افتتاح الجسر - عودة الحياة");
  });

  it("finds the title of a scrape that begins with furniture", () => {
    const cleaned = cleanText(
      `الرئيسية\nشارك\nافتتاح جسر الميناء الجديد\nافتتاح جسر الميناء الجديد\n\n${first}`,
    );
    expect(cleaned).toMatchObject({ title: "افتتاح جسر الميناء الجديد", paragraphs: [first] });
    expect(cleaned.removed.map(({ rule }) => rule)).toEqual(["home", "repeated-title", "share"]);
  });

  it("keeps a title like furniture where nothing below can be one", () => {
    expect(cleanText(`الرئيسية\n\n${first}`)).toMatchObject({ title: "الرئيسية", paragraphs: [first] });
  });
});

describe("furniture", () => {
  it("never lets a rule for the bottom cut into the body", () => {
    const cleaned = cleanText(`عنوان الخبر\n\n${first}\n\nالأكثر قراءة\n\n${second}`);
    expect(cleaned.paragraphs).toContain(second);
    expect(cleaned.removed).toEqual([]);
  });

  it("never lets a rule for the top reach below the first paragraph", () => {
    expect(cleanText(`عنوان الخبر\n\n${first}\n\nالرئيسية`).paragraphs).toEqual([first, "الرئيسية"]);
  });

  it("judges every line afresh by a pattern that remembers its place", () => {
    const tail = "الأكثر قراءة";
    for (let times = 0; times < 2; times++) {
      expect(cleanText(`عنوان الخبر\n\n${first}\n\n${tail}`).paragraphs).toEqual([first]);
    }
  });
});

describe("datelines", () => {
  it.each([
    ["القاهرة - وكالة ضفاف: ", "القاهرة - وكالة ضفاف"],
    ["الرباط (وكالة ضفاف) - ", "الرباط (وكالة ضفاف)"],
    ["عمّان – مراسل الساحل – ", "عمّان – مراسل الساحل"],
    ["وكالات - بيروت - ", "وكالات - بيروت"],
  ])("splits off «%s»", (head, dateline) => {
    expect(cleanText(`عنوان الخبر\n\n${head}${first}\n\n${second}`)).toMatchObject({
      dateline,
      paragraphs: [first, second],
    });
  });

  it.each([
    ["a name and what it said", "المدير: لن نرفع أسعار التذاكر هذا العام مهما ارتفعت كلفة الوقود."],
    ["a place before a dash", "الرباط - المدينة القديمة - تستقبل زوارها من جديد بعد ترميم أسوارها."],
    ["a dash inside the sentence", "اللقاء المنتظر بين الفريقين- وهو الأول منذ عام - تأجل إلى الغد."],
  ])("leaves %s", (_what, body) => {
    const cleaned = cleanText(`عنوان الخبر\n\n${body}`);
    expect(cleaned.paragraphs).toEqual([body]);
    expect(cleaned).not.toHaveProperty("dateline");
  });
});

describe("sub-headings", () => {
  it.each([
    ["a short line that ends like a sentence", "انتهى العمل اليوم."],
    ["a short question, which may be an interview's", "وماذا بعد ذلك؟"],
  ])("keeps %s as a paragraph", (_what, line) => {
    expect(cleanText(`عنوان الخبر\n\n${first}\n\n${line}\n\n${second}`).paragraphs).toEqual([
      first,
      line,
      second,
    ]);
  });

  it("believes a heading that the format marks, and no other in a format that marks them", () => {
    const blocks = [
      { kind: "paragraph", text: first },
      { kind: "heading", text: "عنوان فرعي!" },
      { kind: "paragraph", text: second },
      { kind: "paragraph", text: "سطر قصير" },
      { kind: "paragraph", text: "قالت البلدية إن العمل بدأ أمس في الموقع القديم." },
    ] as const;
    const cleaned = clean({ title: "عنوان الخبر", blocks, isRaw: false }, { rules });
    expect(cleaned.headings).toEqual(["عنوان فرعي!"]);
    expect(cleaned.paragraphs).toContain("سطر قصير");
  });
});

describe("characters", () => {
  it("drops what is invisible, joins spaces, and leaves joiners, quotes and dots as the author wrote them", () => {
    const written = '\u200Fقالت  \u00A0البلدية\u200B إن “الجسر” (... ) و"الطريق" ١٤٤٨ ه\u200D سيفتحان\tغدا…';
    expect(cleanText(`عنوان الخبر\n\n${written}`).paragraphs).toEqual([
      'قالت البلدية إن “الجسر” (... ) و"الطريق" ١٤٤٨ ه\u200D سيفتحان غدا…',
    ]);
  });

  it("gives nothing for nothing", () => {
    expect(clean({ blocks: [], isRaw: true }, { rules })).toMatchObject({
      title: "",
      paragraphs: [],
      headings: [],
      removed: [],
    });
  });
});
