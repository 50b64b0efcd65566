// The newcomer's walk in the chat page, in a real browser on a phone-sized window. Saves a screenshot to look at.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bare } from "./chat.ts";
import { type Running, root, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const executablePath = "/usr/bin/chromium";
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log("skipped: /usr/bin/chromium is missing (apt-get install chromium)");

/** Where the pictures go; not part of the repository. */
const pictures = join(root, "tests", "e2e", "screenshots");

describe.skipIf(!hasChromium || !hasRedisServer)("the newcomer's walk in the chat page", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let mujaz: Running;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    dir = await tempDir();
    mujaz = await startMujaz({ DATA_DIR: `${dir.path}/data` });
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
    });
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: "ar" });
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(mujaz.address) && !request.url().startsWith("data:"))
        errors.push(request.url());
    });
    await page.goto(`${mujaz.address}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await mujaz.stop();
    await dir.dispose();
  });

  /** The bot's newest message once it fits. */
  async function newest(text: RegExp): Promise<string> {
    const last = page.locator('[data-message-id][data-from="bot"]').last();
    await expect.poll(async () => bare(await last.innerText()), { timeout: 15_000 }).toMatch(text);
    return bare(await last.innerText());
  }

  async function type(text: string): Promise<void> {
    await page.fill("#input", text);
    await page.press("#input", "Enter");
  }

  const press = (text: string): Promise<void> =>
    page
      .locator("button.key", { hasText: new RegExp(`^${text}$`) })
      .last()
      .click();

  it("is right-to-left and has nothing to scroll sideways", async () => {
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("begins with one tap, and subscribes with the next", async () => {
    await page.click("#start");
    await newest(/مرحباً بك في موجز/);
    await press("اشترك");
    const confirmed = page.locator('[data-message-id][data-from="bot"]').first();
    await expect
      .poll(async () => bare(await confirmed.innerText()), { timeout: 15_000 })
      .toMatch(/تم اشتراكك/);
  });

  it("shows a digest at once, without being asked, with quotes that open", async () => {
    await newest(/^موجز /);
    await page.screenshot({ path: join(pictures, "digest-phone.png") });
    const toggle = page.locator(".quote-toggle").first();
    await toggle.click();
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  });

  it("lists the latest and opens an article by its number and by a tap", async () => {
    await type("/latest");
    await newest(/^أحدث الأخبار/);
    await page.screenshot({ path: join(pictures, "latest-phone.png") });
    await type("/article 3");
    await newest(/\/a3/);
    await page.screenshot({ path: join(pictures, "article-phone.png") });
    await page.locator('[data-command="/a15"]').last().click();
    await newest(/\/a15/);
  });

  it("writes a command inside an Arabic line from its slash on, as code too", async () => {
    await type("/article");
    await newest(/^اكتب رقم الخبر/);
    const [slash = 0, letter = 0] = await page.evaluate<number[]>(`(() => {
      const text = [...document.querySelectorAll("li:last-child code")].at(-1).firstChild;
      return [0, 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    })()`);
    expect(slash).toBeLessThan(letter);
  });

  it("sets a time two minutes ahead in the settings, in place", async () => {
    await type("/settings");
    await newest(/الاشتراك: فعّال/);
    await page.screenshot({ path: join(pictures, "settings-phone.png") });
    await press("الوقت");
    await newest(/^أوقات الإرسال/);
    await press("٧:٠٠ صباحاً");
    await newest(/اختر الساعة/);
    await page.screenshot({ path: join(pictures, "hours-phone.png") });
    await type(wall(new Date(Date.now() + 120_000)));
    await newest(/^حُفظ الوقت/);
  });

  it("is told by a toast that what it chose is kept, and the toast covers no button", async () => {
    await type("/settings");
    await newest(/الاشتراك: فعّال/);
    await press("طول الملخص");
    await newest(/اختر طول ما يصلك/);
    await press("✓ متوسط");
    const toast = page.locator("#toast span");
    await toast.waitFor();
    const overlaps = await page.evaluate<number>(`(() => {
      const toast = document.querySelector("#toast span").getBoundingClientRect();
      return [...document.querySelectorAll("li:last-child .key")]
        .map((key) => key.getBoundingClientRect())
        .filter((key) => key.top < toast.bottom && key.bottom > toast.top).length;
    })()`);
    expect(overlaps).toBe(0);
  });

  it("gets the digest of that minute without asking: the stories that did not fit the first one", async () => {
    const soon = new Date(Math.floor((Date.now() + 121_000) / 60_000) * 60_000);
    const env = { DATA_DIR: `${dir.path}/data`, PORT: String(mujaz.port) };
    await runMujaz(["send-due", "--at", soon.toISOString()], { env });
    const text = await newest(/^موجز /);
    expect(text.match(/\/a\d+/g)).toHaveLength(5);
    await page.screenshot({ path: join(pictures, "scheduled-phone.png") });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.screenshot({ path: join(pictures, "desktop.png") });
  });

  it("met no error and left the machine for nothing", () => {
    expect(errors).toEqual([]);
  });

  it("has its chat again after a reload, and goes on by itself after a restart of the server", async () => {
    const messages = page.locator("[data-message-id]");
    const count = await messages.count();
    await page.reload();
    await expect.poll(() => messages.count(), { timeout: 15_000 }).toBe(count);
    expect(await mujaz.stop()).toBe(0);
    await expect.poll(() => page.locator("#state").getAttribute("data-state")).toBe("connecting");
    await type("/help");
    // What could not be sent is not lost.
    await expect.poll(() => page.inputValue("#input")).toBe("/help");
    mujaz = await startMujaz({ DATA_DIR: `${dir.path}/data`, PORT: String(mujaz.port) });
    await expect
      .poll(() => page.locator("#state").getAttribute("data-state"), { timeout: 15_000 })
      .toBe("bot");
    expect(await messages.count()).toBe(count);
    await page.press("#input", "Enter");
    await newest(/^ما الذي يمكنك طلبه/);
  });

  function wall(at: Date): string {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: "Africa/Cairo",
      hour: "2-digit",
      minute: "2-digit",
    }).format(at);
  }
});
