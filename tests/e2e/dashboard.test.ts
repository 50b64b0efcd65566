// The dashboard in a real browser: for everybody, in both languages and themes, by keyboard, and without a reload.
import { Redis } from "ioredis";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDurableRedis } from "../durableRedis.ts";
import { findBarriers } from "./axe.ts";
import { chartFaults, chartsWritten, listenToCharts } from "./chartWords.ts";
import { type Chromium, desktop, hasChromium, openChromium, patience, takePicture } from "./chromium.ts";
import { looks, scrollingSideways, sizes } from "./looks.ts";
import { type Running, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const token = "a-token-of-the-test";

describe.skipIf(!hasChromium || !hasRedisServer)("the dashboard", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let store: Awaited<ReturnType<typeof startDurableRedis>>;
  let redis: Redis;
  let mujaz: Running;
  let browser: Chromium;
  let page: Page;

  beforeAll(async () => {
    dir = await tempDir();
    store = await startDurableRedis();
    redis = new Redis({ path: store.path });
    const env = { DATA_DIR: `${dir.path}/data`, REDIS_URL: store.path };
    const zones = ["Africa/Cairo", "Asia/Riyadh", "Europe/Berlin"];
    const lines = Array.from({ length: 60 }, (_, index) =>
      JSON.stringify({ chat: 5_000 + index, zone: zones[index % 3], topics: index % 2 ? ["economy"] : [] }),
    );
    await runMujaz(["subscribers", "import", "-"], { env, input: lines.join("\n") });
    [mujaz, browser] = await Promise.all([startMujaz({ ...env, DASHBOARD_TOKEN: token }), openChromium()]);
    page = await browser.newPage(desktop);
    await page.addInitScript(listenToCharts);
  });
  afterAll(async () => {
    await browser?.close();
    await mujaz?.stop();
    redis?.disconnect();
    await store?.close();
    await dir?.dispose();
  });

  /** The name of what has the focus, as it is read aloud. */
  const focused = (): Promise<string> =>
    page.evaluate<string>("(document.activeElement.innerText || document.activeElement.id || '').trim()");

  /** The field gets the focus by itself, with the first picture of the page: what was typed before that is lost. */
  async function typeIntoField(text: string): Promise<void> {
    await page.locator("input[name=token]:focus").waitFor(patience);
    await page.keyboard.type(text);
  }

  it.each(looks)("keeps nobody out of its door ($lang, $colorScheme, $size)", async (look) => {
    const { lang, colorScheme, size } = look;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(sizes[size]);
    await page.goto(`${mujaz.address}/dashboard/login?lang=${lang}`);
    expect(await page.getAttribute("html", "lang")).toBe(lang);
    expect(await findBarriers(page)).toEqual([]);
    // What is said of a wrong token, too.
    await typeIntoField("wrong");
    await page.keyboard.press("Enter");
    const alert = page.locator('[role="alert"]');
    await alert.waitFor(patience);
    // "The token is not right."
    expect(await alert.innerText()).toBe(lang === "ar" ? "الرمز غير صحيح." : "That is not the token.");
    expect(await findBarriers(page)).toEqual([]);
    await takePicture(page, `dashboard-login-${lang}-${colorScheme}-${size}`, true);
  });

  it("asks for the token, and opens by keyboard alone", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(desktop);
    await page.goto(`${mujaz.address}/dashboard?lang=ar`);
    expect(new URL(page.url()).pathname).toBe("/dashboard/login");
    await typeIntoField(token);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dashboard");
    await page.waitForSelector("#panel-deliveries");
  });

  it("leads past its menu to the content, and opens the table of a chart, by keyboard", async () => {
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("انتقل إلى المحتوى");
    const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).not.toBe("none");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/^الأرقام في جدول/);
    await page.keyboard.press("Enter");
    expect(await page.locator("#table-hours").getAttribute("open")).not.toBeNull();
  });

  it("draws its charts", async () => {
    const drawn = (): Promise<number> =>
      page.evaluate<number>(`[...document.querySelectorAll("canvas")].filter((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      }).length`);
    const all = await page.locator("canvas").count();
    expect(all).toBeGreaterThanOrEqual(3);
    await expect.poll(drawn, patience).toBe(all);
  });

  it("shows what changed without a reload, and leaves focus and open tables as they are", async () => {
    await page.evaluate("window.isSamePage = true");
    const outcomes = page.locator("#panel-outcomes");
    await redis.hset("{mujaz}:outcomes", { sent: 1_234_567 });
    await expect.poll(() => outcomes.innerText(), patience).toContain("١٬٢٣٤٬٥٦٧");
    expect(await page.evaluate("window.isSamePage")).toBe(true);
    expect(await focused()).toMatch(/^الأرقام في جدول/);
    expect(await page.locator("#table-hours").getAttribute("open")).not.toBeNull();
    expect(await page.locator("#live").getAttribute("data-state")).toBe("on");
  });

  it.each(looks)("keeps nobody out ($lang, $colorScheme, $size)", async ({ lang, colorScheme, size }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(sizes[size]);
    await page.goto(`${mujaz.address}/dashboard?lang=${lang}`);
    await page.waitForSelector("html.drawn");
    expect(await findBarriers(page)).toEqual([]);
    const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await page.evaluate(scrollingSideways)).toEqual([]);
    const charts = await page.locator("canvas").count();
    await expect.poll(() => page.evaluate(chartsWritten), patience).toBe(charts);
    expect(await page.evaluate(chartFaults)).toEqual([]);
    await takePicture(page, `dashboard-${lang}-${colorScheme}-${size}`, true);
  });

  it("lets nobody in after it was left", async () => {
    await page.getByRole("button", { name: "Log out" }).click();
    await page.waitForURL("**/dashboard/login");
    await page.goto(`${mujaz.address}/dashboard`);
    expect(new URL(page.url()).pathname).toBe("/dashboard/login");
  });

  it("logged no error and asked nobody else", () => {
    // A wrong token is answered 403.
    expect(browser.errors.filter((error) => !/403/.test(error))).toEqual([]);
    const hosts = new Set(
      browser.requests.filter((url) => !url.startsWith("data:")).map((url) => new URL(url).hostname),
    );
    expect([...hosts]).toEqual(["127.0.0.1"]);
  });

  it("stops in order while somebody looks", async () => {
    await typeIntoField(token);
    await page.keyboard.press("Enter");
    await page.waitForSelector('#live[data-state="on"]');
    expect(await mujaz.stop()).toBe(0);
  });
});
