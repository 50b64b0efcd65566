// Takes the outlet's name off the title, where the page or the name itself proves that it is the outlet's name.
import { toKey } from "../lines.ts";
import { type Page, type Step, withoutLines } from "../step.ts";
import { isOutletName, mayBeOutlet, splitTitle } from "../title-ends.ts";

const rule = "site-name";

/**
 * «عنوان - اسم الموقع» and «اسم الموقع | عنوان» ("headline - site"): the short end goes when the document names it as its
 * source, when it stands on a line of its own, when the long end does (the page's own headline), or when it is known for
 * an outlet. Else both stay. Lines that hold nothing but the outlet's name go too.
 */
export const dropSiteName: Step = (page) => {
  const proven = splitTitle(page.title).find(([title, name]) => isName(page, title, name));
  const [title, name] = proven ?? [page.title, undefined];
  const names = [name, page.source].flatMap((one) => (one === undefined ? [] : [toKey(one)]));
  const removed = name === undefined ? page.removed : [...page.removed, { text: name, rule }];
  return withoutLines({ ...page, title, removed }, (line) =>
    names.includes(toKey(line.text)) ? rule : undefined,
  );
};

function isName(page: Page, title: string, name: string): boolean {
  const nameKey = toKey(name);
  const titleKey = toKey(title);
  if (nameKey === "" || name.split(" ").length > 5) return false;
  if (page.source !== undefined && toKey(page.source) === nameKey) return true;
  if (page.isRaw && (isOutletName(name) || (mayBeOutlet(name) && hasBar(page.title)))) return true;
  return page.lines.some((line) => {
    const key = toKey(line.text);
    return key === nameKey || key === titleKey;
  });
}

/** Newsrooms part places with a dash, never with a bar. */
function hasBar(title: string): boolean {
  return title.includes("|");
}
