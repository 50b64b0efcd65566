// The newcomer's walk in the chat page, in a real browser on a phone-sized window. Saves a screenshot to look at.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bare } from "./chat.ts";
import { type Chromium, desktop, hasChromium, openChromium, patience, takePicture } from "./chromium.ts";
import { type Running, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasChromium || !hasRedisServer)("the newcomer's walk in the chat page", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let mujaz: Running;
  let browser: Chromium;
  let page: Page;

  beforeAll(async () => {
    dir = await tempDir();
    [mujaz, browser] = await Promise.all([startMujaz({ DATA_DIR: `${dir.path}/data` }), openChromium()]);
    page = await browser.newPage();
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
    await expect.poll(async () => bare(await last.innerText()), patience).toMatch(text);
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
    await expect.poll(async () => bare(await confirmed.innerText()), patience).toMatch(/تم اشتراكك/);
  });

  it("shows a digest at once, without being asked, with quotes that open", async () => {
    await newest(/^موجز /);
    await takePicture(page, "digest-phone");
    const toggle = page.locator(".quote-toggle").first();
    await toggle.click();
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  });

  it("lists the latest and opens an article by its number and by a tap", async () => {
    await type("/latest");
    await newest(/^أحدث الأخبار/);
    await takePicture(page, "latest-phone");
    await type("/article 3");
    await newest(/\/a3/);
    await takePicture(page, "article-phone");
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
    await takePicture(page, "settings-phone");
    await press("الوقت");
    await newest(/^أوقات الإرسال/);
    await press("٧:٠٠ صباحاً");
    await newest(/اختر الساعة/);
    await takePicture(page, "hours-phone");
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
    await takePicture(page, "scheduled-phone");
    await page.setViewportSize(desktop);
    await takePicture(page, "desktop");
  });

  it("met no error and left the machine for nothing", () => {
    expect(browser.errors).toEqual([]);
    const own = (address: string): boolean =>
      address.startsWith(mujaz.address) || address.startsWith("data:");
    expect(browser.requests.length).toBeGreaterThan(0);
    expect(browser.requests.filter((address) => !own(address))).toEqual([]);
  });

  it("has its chat again after a reload, and goes on by itself after a restart of the server", async () => {
    const messages = page.locator("[data-message-id]");
    const count = await messages.count();
    await page.reload();
    await expect.poll(() => messages.count(), patience).toBe(count);
    expect(await mujaz.stop()).toBe(0);
    await expect.poll(() => page.locator("#state").getAttribute("data-state")).toBe("connecting");
    await type("/help");
    // What could not be sent is not lost.
    await expect.poll(() => page.inputValue("#input")).toBe("/help");
    mujaz = await startMujaz({ DATA_DIR: `${dir.path}/data`, PORT: String(mujaz.port) });
    await expect.poll(() => page.locator("#state").getAttribute("data-state"), patience).toBe("bot");
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
