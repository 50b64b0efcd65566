// Tells one event several times: agency copy, copy with edits, another wording, a brief, a follow-up.
import { between, pick, shuffle } from "../random.js";

const hourMs = 3_600_000;
const weekdays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
const outlets = [
  "المرصد",
  "الضفة",
  "صدى اليوم",
  "المدى",
  "بوابة الخبر",
  "الميدان",
  "رؤية",
  "الشروق الجديد",
  "منبر",
  "وكالة الأنباء",
];
const datelines = ["", "", "", "(وكالات) - ", "خاص: "];
const words = ["", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];

/** `count` versions by different outlets, the first one the agency's or a wording of its own. */
export function tellEvent(random, kind, event, count) {
  const sources = shuffle(random, outlets);
  const wire = write(random, kind, event, "wire");
  return Array.from({ length: count }, (_, at) => {
    const form = at === 0 ? pick(random, ["wire", "other"]) : pick(random, forms);
    const told =
      form === "wire" ? wire : form === "edited" ? edit(random, wire) : write(random, kind, event, form);
    const delay = form === "follow" ? between(random, 14, 60) : between(random, 0, 14);
    return {
      form,
      source: sources[at % sources.length],
      title: dress(
        random,
        form === "wire" && at > 0 && random() < 0.5 ? fill(random, pick(random, kind.T), event) : told.title,
      ),
      text: dress(random, pick(random, datelines) + told.paragraphs.join("\n\n")),
      published: new Date(event.at + delay * hourMs + between(random, 0, 59) * 60_000).toISOString(),
    };
  });
}

const forms = [
  "wire",
  "edited",
  "edited",
  "other",
  "other",
  "other",
  "brief",
  "background",
  "follow",
  "follow",
];

function write(random, kind, event, form) {
  const one = (templates, of = event) => fill(random, pick(random, templates), of);
  const body = kind.paragraphs.map((wordings) => one(wordings));
  if (form === "follow") {
    const fields = { ...event.fields };
    for (const name of kind.follow) fields[name] = Number(fields[name]) + between(random, 1, 2);
    const later = { ...event, fields };
    const kept = shuffle(random, kind.paragraphs)
      .slice(0, 2)
      .map((wordings) => one(wordings, later));
    return { title: one(kind.FT, later), paragraphs: [one(kind.FL, later), one(kind.FP, later), ...kept] };
  }
  const lead = one(kind.L);
  const title = one(kind.T);
  if (form === "brief") return { title, paragraphs: [lead, pick(random, body)] };
  if (form === "wire") return { title, paragraphs: [lead, ...body] };
  const mixed = shuffle(random, body).slice(0, random() < 0.3 ? -1 : undefined);
  const background = form === "background" ? shuffle(random, kind.B) : random() < 0.3 ? [one(kind.B)] : [];
  return { title, paragraphs: [lead, ...mixed, ...background] };
}

/** A paragraph less, a few words less, a sentence of the desk's own. */
function edit(random, { title, paragraphs }) {
  const kept =
    paragraphs.length > 3 && random() < 0.5
      ? paragraphs.toSpliced(between(random, 1, paragraphs.length - 1), 1)
      : paragraphs;
  const shorter = kept.map((paragraph) =>
    random() < 0.4
      ? paragraph.replace(/ (?:كما|قد|مؤقتا|معظمها|أغلبها|بعد|مجددا|يوميا)(?= )/, "")
      : paragraph,
  );
  return { title, paragraphs: shorter };
}

function fill(random, template, event) {
  const chosen = template.replace(/\[([^\]]*)\]/g, (_all, choices) => pick(random, choices.split("|")));
  const day = weekdays[new Date(event.at).getUTCDay()];
  return chosen.replace(/\{(\w+?)(2?)\}/g, (_all, name, second) => {
    if (name === "day") return random() < 0.85 ? day : "اليوم";
    const [first, other] = String(event.fields[name]).split(" / ");
    return second === "2" ? other : first;
  });
}

/** The outlet's own digits: Latin, Arabic-Indic, or small numbers in words. */
function dress(random, text) {
  const style = random();
  if (style < 0.25)
    return text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]).replace(/(?<=[٠-٩])\.(?=[٠-٩])/g, "٫");
  if (style < 0.45)
    return text.replace(/(?<![\d.-])(\d{1,2})(?= [\u0621-\u064a]{4})/g, (all) => words[all] || all);
  return text;
}
