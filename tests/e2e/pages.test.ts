// The article and the story in a real browser: on a phone and a desktop, light and dark, in Arabic and English, with and
// without JavaScript. Saves a screenshot of every state to look at.
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "./axe.ts";
import {
  type Chromium,
  desktop,
  hasChromium,
  openChromium,
  patience,
  phone,
  takePicture,
} from "./chromium.ts";
import { looks, plainLooks, sizes } from "./looks.ts";
import { english, facesOf, isInView, isLookedThrough, speak, states, storyIn, typeOf } from "./reading.ts";
import { type Running, root, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const publicUrl = "https://news.example";

describe.skipIf(!hasChromium || !hasRedisServer)("the reading pages", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let mujaz: Running;
  let browser: Chromium;
  let page: Page;
  const numbers = new Map<string, number>();

  beforeAll(async () => {
    dir = await tempDir();
    const content = join(dir.path, "content");
    await cp(join(root, "content"), content, { recursive: true });
    await writeFile(join(content, "culture", "2026-11-21-weavers-archive.md"), english);
    [mujaz, browser] = await Promise.all([
      startMujaz({ DATA_DIR: join(dir.path, "data"), CONTENT_DIR: content, PUBLIC_URL: publicUrl }),
      openChromium(),
    ]);
    page = await browser.newPage();
    for (let number = 1; numbers.size < 4; number += 1) {
      const response = await fetch(`${mujaz.address}/a/${number}`);
      if (!response.ok) throw new Error(`the content has no article for some state: ${[...numbers.keys()]}`);
      const html = await response.text();
      const name = html.includes('lang="en"')
        ? "english"
        : html.includes('class="editor"')
          ? "editor"
          : html.includes("../s/")
            ? "story"
            : "arabic";
      if (!numbers.has(name)) numbers.set(name, name === "story" ? storyIn(html) : number);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await mujaz?.stop();
    await dir.dispose();
  });

  const addressOf = (path: string): string =>
    mujaz.address + path.replace(/\{(\w+)\}/, (_, name: string) => String(numbers.get(name) ?? 0));

  async function open(path: string, size = phone, scheme: "light" | "dark" = "light"): Promise<void> {
    await page.goto("about:blank");
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(addressOf(path));
    await page.evaluate("document.fonts.ready.then(() => undefined)");
  }

  // First of all: a browser names again whatever a page before has left in its memory.
  it("are set in the face that comes with them, and an English one asks for no Arabic letters", async () => {
    await page.goto("about:blank");
    const before = browser.requests.length;
    await open(states["article-english"]);
    const asked = browser.requests.slice(before).filter((address) => address.includes("/fonts/"));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((address) => address.includes("arabic-arabic"))).toEqual([]);
    expect(await facesOf(page, ".text p")).toEqual(["Noto Naskh Arabic"]);
    await open(states.article);
    const isThere = (weight: number): Promise<boolean> =>
      page.evaluate<boolean>(`document.fonts.check("${weight} 16px 'Noto Naskh Arabic'", "خبر ٤٢")`);
    expect(await isThere(400)).toBe(true);
    expect(await isThere(700)).toBe(true);
    expect(await facesOf(page, ".text p")).toEqual(["Noto Naskh Arabic"]);
    expect(await facesOf(page, "h1")).toEqual(["Noto Naskh Arabic"]);
  });

  it.each(plainLooks)(
    "have no barrier and nothing to scroll sideways, $size, $colorScheme",
    async ({ size, colorScheme: scheme }) => {
      for (const [name, path] of Object.entries(states)) {
        await open(path, sizes[size], scheme);
        const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect(overflow, name).toBeLessThanOrEqual(0);
        if (isLookedThrough(name, size)) expect(await findBarriers(page), name).toEqual([]);
        await takePicture(page, `page-${name}-${size}-${scheme}`, true);
      }
    },
  );

  it("lead from a sentence of the summary to its place in the text, by a click", async () => {
    await open(states.article);
    const last = page.locator(".summary li a").last();
    // Only what follows scrolls: a click alone brings what is clicked into sight.
    await last.scrollIntoViewIfNeeded();
    expect(await isInView(page, (await last.getAttribute("href")) ?? "")).toBe(false);
    await last.click();
    expect(await isInView(page, "mark:target")).toBe(true);
    expect(await page.locator("mark:target").innerText()).toBe(await last.innerText());
  });

  it("do so by a tap and by the keyboard, without JavaScript, and switch the length too", async () => {
    const context = await page
      .context()
      .browser()
      ?.newContext({ javaScriptEnabled: false, hasTouch: true, viewport: phone });
    if (context === undefined) throw new Error("no browser");
    const plain = await context.newPage();
    await plain.goto(addressOf(states.article));
    const third = plain.locator(".summary li a").last();
    await third.scrollIntoViewIfNeeded();
    expect(await isInView(plain, (await third.getAttribute("href")) ?? "")).toBe(false);
    await third.tap();
    // Here it moves: nothing asks for less motion.
    await expect.poll(() => isInView(plain, "mark:target"), patience).toBe(true);
    expect(await plain.locator("mark:target").innerText()).toBe(await third.innerText());
    await plain.locator(".lengths a").first().focus();
    await plain.keyboard.press("Enter");
    await plain.waitForURL(/length=short/);
    expect(await plain.locator("mark").count()).toBe(1);
    const sentence = await plain.locator(".summary li a").innerText();
    await plain.locator(".summary li a").focus();
    await plain.keyboard.press("Enter");
    const target = plain.locator("mark:target");
    expect(await target.innerText()).toBe(sentence);
    await expect.poll(() => isInView(plain, "mark:target"), patience).toBe(true);
    await context.close();
  });

  it("stand side by side on a desktop and one below the other on a phone", async () => {
    const tops = async (): Promise<number> =>
      page.evaluate<number>(
        "new Set([...document.querySelectorAll('.telling')].map((each) => each.getBoundingClientRect().top)).size",
      );
    await open(states.story, desktop);
    expect(await page.locator(".telling").count()).toBe(2);
    expect(await tops()).toBe(1);
    await open(states.story, phone);
    expect(await tops()).toBe(2);
  });

  it("lead to related stories, by a click", async () => {
    await open(states.article);
    // "Related stories"
    const near = page
      .locator("aside h2", { hasText: "أخبار قريبة" })
      .locator("xpath=following-sibling::ul[1]//a");
    expect(await near.count()).toBeGreaterThan(0);
    const title = await near.last().innerText();
    expect(title).not.toBe(await page.innerText("h1"));
    await near.last().click();
    await page.waitForURL((url) => url.href !== addressOf(states.article));
    expect(await page.innerText("h1")).toBe(title);
  });

  it.each([
    ["article", 1.95],
    ["article-english", 1.65],
  ] as const)(
    "set the text of an %s at 19 px with a leading of %f, in lines of some 13 words",
    async (name, leading) => {
      await open(states[name], desktop);
      const type = await typeOf(page, ".text > p:not(.up)");
      expect(type).toMatchObject({ size: 19, slant: "normal", spacing: "normal" });
      expect(type.leading).toBeCloseTo(leading, 5);
      expect(type.measure).toBeLessThanOrEqual(36);
      expect(type.wordsALine).toBeGreaterThan(11);
      expect(type.wordsALine).toBeLessThan(15);
    },
  );

  it.each([
    ["article-english", "This page:"],
    ["article", "عنوان هذه الصفحة:"], // "the address of this page:"
  ] as const)(
    "keep the text of an %s on paper, with both addresses, and no more than paper can use",
    async (name, label) => {
      await open(states[name], desktop, "dark");
      expect(await page.locator(".printed").isVisible()).toBe(false);
      const all = (): Promise<string[]> => page.locator("h1, .summary li, .text > :not(.up)").allInnerTexts();
      const onScreen = await all();
      await page.emulateMedia({ media: "print" });
      const forScreens = "nav, aside, button, form, .skip, .up, .lengths";
      const left = await page
        .locator(forScreens)
        .evaluateAll((found) => found.filter((one) => one.checkVisibility()).length);
      expect(left).toBe(0);
      expect(await all()).toEqual(onScreen);
      const written = await page.evaluate<string>(
        `getComputedStyle(document.querySelector(".source"), "::after").content`,
      );
      // The bracket opens within what runs from the left; the space before it is the line's own.
      expect(written.replaceAll('"', "")).toBe(
        ` \u2066(${await page.getAttribute(".source", "href")})\u2069`,
      );
      expect(await page.locator(".printed").innerText()).toBe(
        `${label} ${publicUrl}${new URL(page.url()).pathname}`,
      );
      const inks =
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))";
      expect(await page.evaluate<string[]>(inks)).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
      await takePicture(page, `page-${name}-print`, true);
      await page.emulateMedia({ media: null });
    },
  );

  it.each(looks)("that are not there keep nobody out ($lang, $colorScheme, $size)", async (look) => {
    const { lang, colorScheme, size } = look;
    const end = await speak(page, lang);
    for (const path of ["/a/99999", "/s/99999"]) {
      await open(path, sizes[size], colorScheme);
      expect(await page.getAttribute("html", "lang")).toBe(lang);
      expect(await findBarriers(page), path).toEqual([]);
      // No footer speaks of sentences where there are none.
      expect(await page.locator(".foot p").count()).toBe(1);
      await takePicture(page, `page-missing-${lang}-${colorScheme}-${size}`, true);
    }
    await end();
  });

  it("met no error but the missing page, and left the machine for nothing", () => {
    expect(browser.errors.filter((error) => !/404/.test(error))).toEqual([]);
    const own = (address: string): boolean =>
      address.startsWith(mujaz.address) || /^(?:data|about):/.test(address);
    expect(browser.requests.length).toBeGreaterThan(0);
    expect(browser.requests.filter((address) => !own(address))).toEqual([]);
  });
});
