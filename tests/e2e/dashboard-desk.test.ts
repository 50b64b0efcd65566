// The desk in a real browser: by keyboard alone, in both languages and themes, at both sizes; the worker and the Bot API are real.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createContentReports } from "../../src/articles/content-report.ts";
import { createTick } from "../../src/processes/clock.ts";
import { openDashboard } from "../../src/processes/dashboard.ts";
import { openRegister } from "../../src/processes/feedRegister.ts";
import { openMonitor } from "../../src/processes/monitor.ts";
import { createFailureList } from "../../src/runtime/failures.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { loadFaces, registerFonts } from "../../src/web/fonts.ts";
import { openPost, type Post } from "../delivery/post.ts";
import { findBarriers } from "./axe.ts";
import { type Chromium, desktop, hasChromium, openChromium, patience, takePicture } from "./chromium.ts";
import { inTurn, looks, scrollingSideways, sizes } from "./looks.ts";

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
  await Promise.all([furnish(), search.ready]);
  chromium = await openChromium();
}, 60_000);
afterAll(async () => {
  if (!hasChromium) return;
  await chromium.close();
  await stop();
  await mail.close();
});

/** A dead letter, feeds well and ill, rejected files, failures: a day on which much went wrong. */
async function furnish(): Promise<void> {
  const { house, playground } = mail.test;
  const kind = { type: "error", code: 400, description: "Bad Request: message is too long" } as const;
  playground.fail({ method: "sendMessage", chat: 1002, times: 1, kind });
  const member = await mail.test.addReader(1002, { cursor: 0 });
  await house.agenda.dueNow(member, Math.floor(Date.now() / 1000));
  await deliver();
  letter = (await house.agenda.listDead())[0]?.id ?? "";
  const register = openRegister(house);
  const names = ["صحيفة المرفأ", "وكالة ضفاف", "مجلة الغد العلمية"]; // invented outlets
  for (const [index, name] of names.entries()) {
    const url = `https://feeds.example/${index}/a-rather-long-path-to-a-feed/of/the-outlet/rss.xml`;
    await register.add({ url, name, topics: [], fullText: "auto", intervalMinutes: 10 });
    const { id = "" } = (await register.find(url)) ?? {};
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const error = {
      at,
      reason: "there is no such host (ENOTFOUND)",
      mend: "check the spelling of the address",
    };
    if (index === 0) await register.change(id, { lastRead: at, brought: 148 });
    if (index === 1)
      await register.change(id, { failures: 3, error, next: new Date(Date.now() + 3_600_000).toISOString() });
    if (index === 2) await register.change(id, { off: "switched off by hand", isOffTold: true });
  }
  const fault = {
    file: "economy/2026-11-26-أسعار-القمح.md",
    line: 3,
    message: 'the date "غداً" cannot be read',
    mend: "write it as 2026-11-26T08:00:00+02:00",
  };
  const report = { new: 2, updated: 1, unchanged: 37, duplicate: [], removed: 0, hidden: 0, notes: [] };
  await createContentReports(house.main, "mujaz").keep(
    { source: "content", ...report, rejected: [fault] },
    new Date(),
  );
  const failures = createFailureList();
  const err = Object.assign(new Error("x"), { code: "ETIMEDOUT" });
  failures.add("warn", "source.failed", {
    source: "8d21c0ffee",
    reason: "there is no such host (ENOTFOUND)",
  });
  failures.add("error", "poll.failed", { failures: 2, err });
  failures.add("warn", "telegram.silent", { why: "ETIMEDOUT" });
  await house.failureStore.flush(failures, "web+clock+worker");
}

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

/** What sticks out of its panel, and is in nothing that scrolls. */
const stickingOut = `[...document.querySelectorAll(".panel *")].filter((element) => {
  const [own, panel] = [element.getBoundingClientRect(), element.closest(".panel").getBoundingClientRect()];
  const isSeen = own.width > 1 && element.closest(".wide") === null;
  return isSeen && (own.left < panel.left - 1 || own.right > panel.right + 1);
}).map((element) => element.outerHTML.slice(0, 120))`;

/** Presses Tab until what has the focus has this name; fails when the whole page was passed. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate<string>(
      "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
    );
    if (name.test(found)) return;
  }
  throw new Error(`nothing named ${name} takes the focus`);
}

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

  it("shows a segment's preview with as many stories in as were asked for", async () => {
    const page = await opened("/dashboard/desk?lang=ar");
    await page.fill("#preview-items", "2");
    await page.selectOption("#preview-since", "0");
    await page.getByRole("button", { name: "اعرض الملخص" }).click();
    await page.waitForURL(/items=2/);
    expect(await page.locator('[data-fate="in"]').count()).toBe(2);
    expect(await page.locator(".bubble").first().innerText()).toMatch(/موجز /);
    await chromium.clearPages();
  });

  it("sends a dead letter again, and tells by itself that it has arrived", async () => {
    const page = await opened("/dashboard/sources?lang=ar");
    expect(letter).not.toBe("");
    await page.getByRole("button", { name: /^أعد الإرسال إلى القارئ/ }).click();
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

  it("complained about nothing and asked nobody else", () => {
    expect(chromium.errors).toEqual([]);
    expect(chromium.requests.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:|about:)/.test(url))).toEqual(
      [],
    );
  });
});
