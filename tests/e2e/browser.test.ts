// The newcomer's walk in the chat page, in a real browser on a phone-sized window. Saves a screenshot to look at.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "./axe.ts";
import { bare } from "./chat.ts";
import { type Chromium, desktop, hasChromium, openChromium, patience, takePicture } from "./chromium.ts";
import { looks, sizes } from "./looks.ts";
import { type Running, startMujaz, tempDir } from "./server.ts";
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

  it("moves the clock on to the digest of that minute: the stories that did not fit the first one", async () => {
    await page.click("#tools");
    await takePicture(page, "tools-phone");
    await page.click("#move-next");
    await page.locator("#moved").waitFor();
    await page.keyboard.press("Escape");
    const text = await newest(/^موجز /);
    expect(text.match(/\/a\d+/g)).toHaveLength(5);
    await takePicture(page, "scheduled-phone");
    await page.setViewportSize(desktop);
    await takePicture(page, "desktop");
  });

  it("brings the next digest at once where it is asked for", async () => {
    const count = await page.locator("[data-message-id]").count();
    await page.click("#tools");
    await page.click("#deliver");
    await expect.poll(() => page.locator("[data-message-id]").count(), patience).toBeGreaterThan(count);
    expect(await newest(/^موجز /)).toMatch(/^موجز /);
  });

  it("has bad days by switch, says so under its head, and has good ones again", async () => {
    await page.click("#fault-slow");
    await page.click("#limits");
    await expect.poll(() => page.innerText("#bad-day"), patience).toBe("عطلان مفعّلان");
    expect(await page.getAttribute("#fault-slow", "aria-checked")).toBe("true");
    await page.click("#fault-slow");
    await page.click("#limits");
    await expect.poll(() => page.locator("#bad-day").count(), patience).toBe(0);
    await page.keyboard.press("Escape");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("tools");
  });

  it("opens a link to the bot on the spot: the Start button sends what the link carries", async () => {
    const own = await browser.newPage();
    await own.goto(`${mujaz.address}/?user=5`);
    await own.fill("#input", "https://t.me/mujaz_bot?start=t_economy");
    await own.locator('#state[data-state="bot"]').waitFor();
    await own.press("#input", "Enter");
    await own.click('#messages a[href^="https://t.me"]');
    await own.locator("#deep-start").click();
    const said = own.locator("[data-mine] .text").last();
    await expect.poll(() => said.innerText(), patience).toBe("/start t_economy");
    expect(await own.locator("#composer").isVisible()).toBe(true);
    expect(own.url()).not.toContain("start=");
    await own.close();
  });

  it("keeps its theme: light, dark, or as the device has it", async () => {
    const paper = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('.head')).backgroundColor");
    const light = await paper();
    await page.click("#more");
    await page.click("#theme-dark");
    expect(await paper()).not.toBe(light);
    await page.reload();
    await page.locator('#state[data-state="bot"]').waitFor();
    expect(await paper()).not.toBe(light);
    await page.click("#more");
    await page.click("#theme-auto");
    expect(await paper()).toBe(light);
    await page.keyboard.press("Escape");
  });

  it("works by keys alone: menu, command, button", async () => {
    await page.focus("#menu");
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate<string>("document.activeElement.dataset.command")).toBe("subscribe");
    await page.keyboard.press("Escape");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("menu");
    // The answer is held back for so long that the key is seen to wait for it.
    const faults = `${mujaz.address}/playground/api/faults`;
    const late = { name: "late", method: "answerCallbackQuery", kind: { type: "delay", ms: 1_500 } };
    const headers = { "content-type": "application/json" };
    expect((await fetch(faults, { method: "POST", headers, body: JSON.stringify(late) })).status).toBe(200);
    const busy = page.locator('.key[aria-busy="true"]');
    // Watched from within: on a busy machine somebody who asks now and then may come too late.
    await page.evaluate(`new MutationObserver(() => {
      window.wasBusy ||= document.querySelector('.key[aria-busy="true"]') !== null;
    }).observe(document.body, { subtree: true, childList: true, attributes: true })`);
    await page.locator("button.key").last().press("Enter");
    await expect.poll(() => page.evaluate("window.wasBusy"), patience).toBe(true);
    await takePicture(page, "busy-desktop");
    await expect.poll(() => busy.count(), patience).toBe(0);
    expect((await fetch(`${faults}/late`, { method: "DELETE" })).status).toBe(200);
  });

  it.each(looks)(
    "keeps nobody out, with everything open ($lang, $colorScheme, $size)",
    async ({ lang, colorScheme, size }) => {
      const at = lang === "en" ? "&lang=en" : "";
      const found: unknown[] = [];
      const own = await browser.newPage(sizes[size]);
      await own.goto(`${mujaz.address}/?user=1${at}`);
      await own.locator('#state[data-state="bot"]').waitFor();
      await own.emulateMedia({ colorScheme });
      const look = `${lang}-${colorScheme}-${size}`;
      await takePicture(own, `chat-${look}`);
      await own.click("#tools");
      found.push(...(await findBarriers(own)));
      await takePicture(own, `chat-tools-${look}`);
      await own.click("#more");
      await own.locator("#menu").dispatchEvent("click");
      found.push(...(await findBarriers(own)));
      await takePicture(own, `chat-menus-${look}`);
      await own.close();
      expect(found).toEqual([]);
    },
  );

  it("met no error and left the machine for nothing", () => {
    expect(browser.errors).toEqual([]);
    const own = (address: string): boolean =>
      address.startsWith(mujaz.address) || address.startsWith("data:");
    expect(browser.requests.length).toBeGreaterThan(0);
    expect(browser.requests.filter((address) => !own(address))).toEqual([]);
  });

  it("has its chat again after a reload, and goes on by itself after a restart of the server", async () => {
    const last = page.locator("[data-message-id]").last();
    const text = await last.innerText();
    await page.reload();
    await expect.poll(() => last.innerText(), patience).toBe(text);
    expect(await mujaz.stop()).toBe(0);
    await expect.poll(() => page.locator("#state").getAttribute("data-state")).toBe("connecting");
    await type("/help");
    // What could not be sent is not lost.
    await expect.poll(() => page.inputValue("#input")).toBe("/help");
    mujaz = await startMujaz({ DATA_DIR: `${dir.path}/data`, PORT: String(mujaz.port) });
    await expect.poll(() => page.locator("#state").getAttribute("data-state"), patience).toBe("bot");
    expect(await last.innerText()).toBe(text);
    expect(await page.locator("#moved").count()).toBe(1);
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
