// The desk in a real browser: by keyboard alone, in both languages and themes, at both sizes; the worker and the Bot API are real.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import { openDashboard } from "../../src/processes/dashboard.ts";
import { openMonitor } from "../../src/processes/monitor.ts";
import { createFailureList } from "../../src/runtime/failures.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { loadFaces, registerFonts } from "../../src/web/fonts.ts";
import { openPost, type Post } from "../delivery/post.ts";
import { findBarriers } from "./axe.ts";
import { type Chromium, desktop, hasChromium, openChromium, patience, takePicture } from "./chromium.ts";
import { furnish, stickingOut, tabTo } from "./desk.ts";
import { inTurn, looks, scrollingSideways, sizes } from "./looks.ts";
import { facesOf } from "./reading.ts";

let mail: Post;
let http: Http;
let stop: () => Promise<void>;
let address = "";
let chromium: Chromium;
let letter = "";

beforeAll(async () => {
  if (!hasChromium) return;
  mail = await openPost({ sendRate: 0, attempts: 1 });
  const { house } = mail.test;
  http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "fatal", format: "json" }),
    graceMs: 20,
  });
  const monitor = openMonitor(house, http.app);
  const search = house.openSearch();
  const dashboard = openDashboard(http.app, () => house, { ...monitor, search });
  registerFonts(http.app, loadFaces());
  address = await http.listen();
  stop = async () => {
    monitor.close();
    dashboard.close();
    await http.close();
    await search.close();
  };
  [letter] = await Promise.all([furnish(mail, deliver), search.ready]);
  chromium = await openChromium();
}, 60_000);
afterAll(async () => {
  if (!hasChromium) return;
  await chromium.close();
  await stop();
  await mail.close();
});

async function deliver(): Promise<void> {
  await createTick(mail.test.house, mail.queue)(null);
  mail.work();
  await vi.waitFor(async () => expect(await mail.queue.unfinished()).toBe(0), { timeout: 20_000 });
}

const views: readonly (readonly [string, string])[] = [
  ["desk", "/dashboard/desk"],
  ["article", "/dashboard/desk?article=3"],
  ["hide", "/dashboard/desk?article=3&step=hide"],
  ["preview", "/dashboard/desk?items=3&since=0"],
  ["sources", "/dashboard/sources"],
];

const opened = async (path: string, size = desktop): Promise<Page> => {
  const page = await chromium.newPage(size);
  await page.goto(`${address}${path}`);
  return page;
};

describe.skipIf(!hasChromium)("the desk in a browser", () => {
  it("hides an article by keyboard alone, after a question, and shows it again", async () => {
    const page = await opened("/dashboard/desk?lang=ar");
    const [newest] = await mail.test.house.articles.list({ limit: 1 });
    if (newest === undefined) throw new Error("no article");
    await tabTo(page, /^إخفاء: /);
    await page.keyboard.press("Enter");
    await page.waitForURL(/step=hide/);
    await tabTo(page, /^نعم، أخفِه$/);
    await page.keyboard.press("Enter");
    await page.locator(".notice.done").waitFor(patience);
    expect((await mail.test.house.articles.byNumber(newest.number))?.hidden).toBe(true);
    await tabTo(page, /^إظهار: /);
    await page.keyboard.press("Enter");
    await page.locator(".notice.done", { hasText: "عاد الخبر" }).waitFor(patience);
    expect((await mail.test.house.articles.byNumber(newest.number))?.hidden).toBeUndefined();
    await chromium.clearPages();
  }, 60_000);

  it("pins an article and writes its summary, by keyboard alone", async () => {
    const page = await opened("/dashboard/desk?lang=ar");
    const [newest] = await mail.test.house.articles.list({ limit: 1 });
    if (newest === undefined) throw new Error("no article");
    const done = async (words: string): Promise<void> =>
      page.locator(".notice.done", { hasText: words }).waitFor(patience);
    const now = () => mail.test.house.articles.byNumber(newest.number);
    await tabTo(page, /^تثبيت: /);
    await page.keyboard.press("Enter");
    await done("ثُبّت");
    expect((await now())?.pinned).toBe(true);
    // The title leads to the page of one article.
    await page.goto(`${address}/dashboard/desk?lang=ar`);
    await tabTo(page, newest.title);
    await page.keyboard.press("Enter");
    await page.waitForURL(/article=/);
    await tabTo(page, /^كتابة ملخص$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^article-words$/);
    await page.keyboard.type("كلمة المحرر."); // "the editor's word"
    await tabTo(page, /^احفظ النص$/);
    await page.keyboard.press("Enter");
    await done("حُفظ ملخصك");
    expect((await now())?.summary.editor).toBe("كلمة المحرر.");
    // "Last edited on this dashboard"
    expect(await page.locator("#panel-articles .soft", { hasText: "آخر تحرير من هذه اللوحة" }).count()).toBe(
      1,
    );
    await tabTo(page, /^إلغاء التثبيت: /);
    await page.keyboard.press("Enter");
    await done("أُلغي");
    expect((await now())?.pinned).toBeUndefined();
    await chromium.clearPages();
  }, 60_000);

  it.each(looks)(
    "has no barrier and nothing cut off ($lang, $colorScheme, $size)",
    async (look) => {
      const { lang, colorScheme, size } = look;
      for (const [name, path] of inTurn(looks, look, views)) {
        const page = await opened(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, sizes[size]);
        // What is folded away is to be looked at, too.
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        await page.emulateMedia({ colorScheme });
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect(wide, name).toBeLessThanOrEqual(0);
        expect(await page.evaluate<string[]>(stickingOut), name).toEqual([]);
        expect(await page.evaluate(scrollingSideways), name).toEqual([]);
        expect(await findBarriers(page), name).toEqual([]);
        await takePicture(page, `desk-${name}-${lang}-${colorScheme}-${size}`, true);
        await page.emulateMedia({ colorScheme: "light" });
        await chromium.clearPages();
      }
    },
    120_000,
  );

  it("writes Arabic in the face that comes with it within code, too", async () => {
    const page = await opened("/dashboard/sources?lang=ar");
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    expect(await facesOf(page, "#panel-content code")).toContain("Noto Naskh Arabic");
    await chromium.clearPages();
  });

  it("shows a segment's preview with as many stories in as were asked for, by keyboard alone", async () => {
    const page = await opened("/dashboard/desk?lang=ar");
    await tabTo(page, /^preview-items$/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2");
    await tabTo(page, /^preview-since$/);
    await page.keyboard.press("Home");
    await tabTo(page, /^اعرض الملخص$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/items=2/);
    expect(await page.locator('[data-fate="in"]').count()).toBe(2);
    expect(await page.locator(".bubble").first().innerText()).toMatch(/موجز /);
    await chromium.clearPages();
  });

  it("sends a dead letter again by keyboard alone, and tells by itself that it has arrived", async () => {
    const page = await opened("/dashboard/sources?lang=ar");
    expect(letter).not.toBe("");
    await tabTo(page, /^أعد الإرسال إلى القارئ/);
    await page.keyboard.press("Enter");
    await page.locator(".notice.done").waitFor(patience);
    await deliver();
    // Nobody reloads the page.
    await page.locator("#panel-dead .good", { hasText: "وصل" }).waitFor(patience);
    expect(await mail.test.house.agenda.listDead()).toEqual([]);
  }, 60_000);

  it("leaves a field alone that somebody is in, and shows what came meanwhile once it is left", async () => {
    const { failureStore } = mail.test.house;
    const page = await opened("/dashboard/sources?lang=en");
    const told = page.locator("#panel-failures table");
    const add = async (event: string): Promise<void> => {
      const failures = createFailureList();
      failures.add("warn", event, {});
      await failureStore.flush(failures, "web+clock+worker");
    };
    await page.locator("#failures-event").focus();
    await add("pace.slow");
    // The second comes in a later look than the first, so that the first has been held back for sure.
    await page.waitForTimeout(5_000);
    expect(await told.innerText()).not.toContain("pace.slow");
    expect(await page.evaluate("document.activeElement?.id")).toBe("failures-event");
    await page.keyboard.press("Tab");
    await expect.poll(() => told.innerText(), patience).toContain("pace.slow");
  }, 60_000);

  it("holds a connection only where something changes by itself", async () => {
    const before = chromium.requests.length;
    const streams = () => chromium.requests.slice(before).filter((url) => url.includes("/dashboard/events"));
    const page = await opened("/dashboard/desk");
    await page.waitForSelector("html.drawn");
    await page.goto(`${address}/dashboard/sources`);
    await expect.poll(() => streams().length, patience).toBeGreaterThan(0);
    expect(streams().map((url) => new URL(url).searchParams.get("page"))).toEqual(["sources"]);
  });

  it("complained about nothing and asked nobody else", () => {
    expect(chromium.errors).toEqual([]);
    expect(chromium.requests.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:|about:)/.test(url))).toEqual(
      [],
    );
  });
});
