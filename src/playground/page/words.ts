// The words of the page itself, in Arabic and English, and the language and direction it is shown in.
import { lang, region } from "./address.ts";
import { arabic, type Word } from "./arabic.ts";
import { english } from "./english.ts";

export type { Word } from "./arabic.ts";

/** The page's words in its language. */
export const words: Readonly<Record<Word, string>> = lang === "en" ? english : arabic;

/** A word with a name in it, kept apart from the direction of the words around it. */
export function wordsWith(key: Word, name: string): string {
  return words[key].replace("{name}", `\u2068${name}\u2069`);
}

const plural = new Intl.PluralRules(lang);
const forms: Readonly<Record<"group" | "channel" | "fault", Readonly<Record<string, string>>>> =
  lang === "en"
    ? {
        group: { one: "# member", other: "# members" },
        channel: { one: "# subscriber", other: "# subscribers" },
        fault: { one: "# fault is on", other: "# faults are on" },
      }
    : {
        group: { one: "عضو واحد", two: "عضوان", few: "# أعضاء", many: "# عضواً", other: "# عضو" },
        channel: { one: "مشترك واحد", two: "مشتركان", few: "# مشتركين", many: "# مشتركاً", other: "# مشترك" },
        fault: {
          one: "عطل واحد مفعّل",
          two: "عطلان مفعّلان",
          few: "# أعطال مفعّلة",
          many: "# عطلاً مفعّلاً",
          other: "# عطل مفعّل",
        },
      };

/** "3 members", "3 subscribers", "3 faults are on". */
export function countWords(kind: keyof typeof forms, count: number): string {
  return (forms[kind][plural.select(count)] ?? "#").replace("#", new Intl.NumberFormat(region).format(count));
}

/** Puts the words into the fixed parts of the page: `data-text` names a text, `data-label` a label. */
export function translatePage(): void {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
  document.title = words.title;
  const has = (key: string | undefined): key is Word => key !== undefined && key in words;
  for (const node of document.querySelectorAll<HTMLElement>("[data-text], [data-label]")) {
    const { text, label } = node.dataset;
    if (has(text)) node.textContent = words[text];
    if (!has(label)) continue;
    node.setAttribute("aria-label", words[label]);
    if (node instanceof HTMLButtonElement) node.title = words[label];
    if (node instanceof HTMLTextAreaElement) node.placeholder = words[label];
  }
}
