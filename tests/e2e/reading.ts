// What the tests of the reading pages look at, and what they ask of a page.
import type { Page } from "playwright-core";
import type { Look } from "./looks.ts";

/** An article of the content in English, long enough to be scrolled. */
export const english = `---
title: Village weavers put their patterns into a shared archive
date: 2026-11-21T09:00:00+00:00
source: The Quay
url: https://quay.example/2026/weavers
topics: [culture]
---

${[
  "Twenty weavers from four villages have put 300 patterns into a shared archive that anyone may use.",
  "The archive shows each pattern with the name of its village and the loom that it was made on.",
  "Work on it took two winters, when the fields rest and the looms stand by the window.",
  "A teacher drew every thread of the oldest pieces, some of which are older than the houses they hang in.",
  "Schools nearby have begun to print the patterns on the covers of their exercise books.",
  "The weavers meet again in spring to decide which of the patterns may be sold as cloth.",
].join("\n\n")}
`;

/** What is looked at, by a name for its pictures. */
export const states = {
  article: "/a/{arabic}",
  "article-short": "/a/{arabic}?length=short",
  "article-target": "/a/{arabic}#s3",
  "article-editor": "/a/{editor}",
  "article-english": "/a/{english}",
  story: "/s/{story}",
  "story-alone": "/s/{english}",
} as const;

/** Lengths and targets are built alike, and a wider window changes the layout of articles and stories alone. */
export const isLookedThrough = (name: string, size: Look["size"]): boolean =>
  size === "phone" ? !/-(?:short|target)$/.test(name) : /^(?:article|story)$/.test(name);

export const storyIn = (html: string): number => Number(/\.\.\/s\/(\d+)/.exec(html)?.[1]);

export const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const { top, bottom } = document.querySelector("${selector}").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  })()`);

/** Families of the fonts that the browser really drew an element's own text with. */
export async function facesOf(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root: document } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: document.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await session.detach();
  return [...new Set(fonts.map(({ familyName }) => familyName))];
}

export interface Type {
  /** In pixels. */
  readonly size: number;
  /** In sizes. */
  readonly leading: number;
  readonly slant: string;
  readonly spacing: string;
  /** The widest, in rem. */
  readonly measure: number;
  /** Of whole lines: the last one of a paragraph is left out. */
  readonly wordsALine: number;
}

/** How paragraphs are set. */
export const typeOf = (page: Page, selector: string): Promise<Type> =>
  page.evaluate<Type>(`(() => {
    const all = [...document.querySelectorAll("${selector}")];
    const { fontSize, lineHeight, fontStyle, letterSpacing } = getComputedStyle(all[0]);
    let [words, lines] = [0, 0];
    for (const { firstChild } of all.flatMap((one) => one.querySelector("mark") ? [] : [one])) {
      const range = document.createRange();
      const tops = [...firstChild.data.matchAll(/\\S+/g)].map(({ index }) => {
        range.setStart(firstChild, index);
        range.setEnd(firstChild, index + 1);
        return Math.round(range.getBoundingClientRect().top);
      });
      const whole = tops.filter((top) => top !== tops.at(-1));
      words += whole.length;
      lines += new Set(whole).size;
    }
    const size = parseFloat(fontSize);
    return {
      size, leading: parseFloat(lineHeight) / size, slant: fontStyle, spacing: letterSpacing,
      measure: Math.max(...all.map(({ clientWidth }) => clientWidth)) / 16, wordsALine: words / lines,
    };
  })()`);

/** The browser asks for pages in this language, until the end that it gives. */
export async function speak(page: Page, lang: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const userAgent = await page.evaluate<string>("navigator.userAgent");
  await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: lang });
  return () => session.detach();
}
