// Takes the outlet's name off the title, where the page itself proves that it is the outlet's name.
import { toKey } from "../lines.ts";
import { type Page, type Step, withoutLines } from "../step.ts";

const rule = "site-name";

/**
 * «عنوان - اسم الموقع» and «اسم الموقع | عنوان» ("headline - site"): the short end goes when the document names it as its
 * source, when it stands on a line of its own, or when the long end does (the page's own headline). Else both stay.
 * Lines that hold nothing but the outlet's name go too.
 */
export const dropSiteName: Step = (page) => {
  const proven = splits(page.title).find(([title, name]) => isName(page, title, name));
  const [title, name] = proven ?? [page.title, undefined];
  const names = [name, page.source].flatMap((one) => (one === undefined ? [] : [toKey(one)]));
  const removed = name === undefined ? page.removed : [...page.removed, { text: name, rule }];
  return withoutLines({ ...page, title, removed }, (line) =>
    names.includes(toKey(line.text)) ? rule : undefined,
  );
};

/** Each way to take one end off at a separator: the title that remains, and the end. */
function splits(title: string): [title: string, name: string][] {
  const found: [string, string][] = [];
  for (const match of title.matchAll(/\s+[-–—|:«»]\s+|\s*\|\s*/g)) {
    const before = title.slice(0, match.index).trim();
    const after = title.slice(match.index + match[0].length).trim();
    found.push([before, after], [after, before]);
  }
  return found.filter(([rest, name]) => name.length > 1 && rest.length > name.length);
}

function isName(page: Page, title: string, name: string): boolean {
  const nameKey = toKey(name);
  const titleKey = toKey(title);
  if (nameKey === "" || name.split(" ").length > 5) return false;
  if (page.source !== undefined && toKey(page.source) === nameKey) return true;
  return page.lines.some((line) => {
    const key = toKey(line.text);
    return key === nameKey || key === titleKey;
  });
}
