// Groups, topics, a channel and inline mode in the chat page, in a real browser: as owner, member and anonymous administrator.
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "./axe.ts";
import { bare } from "./chat.ts";
import {
  type Chromium,
  desktop,
  hasChromium,
  openChromium,
  patience,
  phone,
  takePicture,
} from "./chromium.ts";
import { cutLetters, shortened } from "./letters.ts";
import { inTurn, looks, sizes } from "./looks.ts";
import { type Running, root, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasChromium || !hasRedisServer)("groups, topics and a channel in the chat page", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let env: Record<string, string>;
  let mujaz: Running;
  let browser: Chromium;

  beforeAll(async () => {
    dir = await tempDir();
    // The channel gets its digests with a card.
    const config = join(dir.path, "config");
    await cp(join(root, "config"), config, { recursive: true });
    const yaml = await readFile(join(config, "mujaz.yaml"), "utf8");
    await writeFile(join(config, "mujaz.yaml"), yaml.replace("card: off", "card: channels"));
    env = { DATA_DIR: `${dir.path}/data`, CONFIG_DIR: config };
    [mujaz, browser] = await Promise.all([startMujaz(env), openChromium()]);
  });
  afterEach(() => browser.clearPages());
  afterAll(async () => {
    await browser?.close();
    await mujaz.stop();
    await dir.dispose();
  });

  async function open(query: string, size = phone): Promise<Page> {
    const page = await browser.newPage(size);
    await page.goto(`${mujaz.address}/${query}`);
    await page.locator('#state[data-state="bot"]').waitFor();
    return page;
  }
  const type = async (page: Page, text: string): Promise<void> => {
    await page.fill("#input", text);
    await page.press("#input", "Enter");
  };
  const last = (page: Page) => page.locator('[data-from="bot"] .bubble').last();
  const says = (page: Page, text: RegExp): Promise<void> =>
    expect.poll(async () => bare(await last(page).locator(".text").innerText()), patience).toMatch(text);
  const lines = async (page: Page): Promise<string[]> =>
    (await page.locator(".service .line").allInnerTexts()).map(bare);
  const press = (page: Page, text: string): Promise<void> =>
    page
      .locator("button.key", { hasText: new RegExp(`^${text}$`) })
      .last()
      .click();
  const choose = (page: Page, command: string): Promise<void> =>
    page.locator(`#commands [data-command="${command}"]`).click();

  it("offers the ready-made chats to who is in them, and leads who is not to their own", async () => {
    const page = await open("?user=1");
    await page.click("#places");
    const names = await page.locator("#places-menu [data-chat] .person").allInnerTexts();
    expect(names).toEqual(["موجز", "مجلس الحي", "ملتقى القرّاء", "اقتصاد", "رياضة", "أخبار الحي"]);
    await page.locator('#places-menu [data-chat="group"]').click();
    await page.waitForURL(/chat=group/);
    await expect.poll(() => page.innerText("#bot-name")).toBe("مجلس الحي");
    const stranger = await open("?user=5&chat=group");
    await expect.poll(() => stranger.url()).not.toContain("chat=");
    expect(await stranger.innerText("#bot-name")).toBe("موجز");
  });

  it("lets the owner subscribe a group with the menu, whose commands name the bot", async () => {
    const page = await open("?user=1&chat=group");
    await page.click("#menu");
    await choose(page, "subscribe");
    await says(page, /^تم اشتراك/);
    const mine = page.locator("[data-mine]").last();
    expect(await mine.locator(".text").innerText()).toBe("/subscribe@mujaz_bot");
    expect(await last(page).locator(".sender .name").innerText()).toBe("موجز");
    expect(bare(await last(page).locator(".answered").innerText())).toContain("ليلى");
    await type(page, "/settings");
    await says(page, /الاشتراك: فعّال/);
    await takePicture(page, "group-owner-phone");
    const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("shows a member the talk under its names, and refuses the settings politely", async () => {
    const page = await open("?user=2&chat=group");
    const owner = page.locator('[data-from="user"]:not([data-mine]) .sender').first();
    expect(await owner.innerText()).toContain("ليلى");
    expect(await owner.getAttribute("data-colour")).toBe("1");
    await page.click("#menu");
    expect(await page.locator('#commands [data-command="settings"]').count()).toBe(0);
    await page.keyboard.press("Escape");
    await type(page, "/settings@mujaz_bot");
    await says(page, /^هذا للمشرفين في هذه المجموعة/);
    await page.click("#more");
    for (const id of ["#bot-here", "#bot-administrator", "#anonymous", "#block"])
      expect(await page.locator(id).isVisible()).toBe(false);
    await takePicture(page, "group-member-phone");
  });

  it("shows what the bot answers to a press only to who pressed", async () => {
    const owner = await open("?user=1&chat=group");
    const member = await open("?user=2&chat=group");
    await press(member, "اللغة");
    await expect.poll(() => member.locator("#toast span").count(), patience).toBe(1);
    expect(await owner.locator("#toast span").count()).toBe(0);
  });

  it("answers the bot's message, which the bot hears without its name", async () => {
    const page = await open("?user=2&chat=group");
    await type(page, "/latest@mujaz_bot");
    await says(page, /^أحدث الأخبار/);
    await last(page).locator(".reply").click();
    expect(bare(await page.innerText("#reply-name"))).toBe("رد على موجز");
    await type(page, "خبر ٣");
    await says(page, /\/a3/);
    expect(await page.locator("#replying").isVisible()).toBe(false);
  });

  it("writes for an administrator in the group's own name", async () => {
    const page = await open("?user=1&chat=group");
    await page.click("#more");
    await page.click("#anonymous");
    await page.keyboard.press("Escape");
    await type(page, "/unsubscribe@mujaz_bot");
    await says(page, /^أُلغي/);
    expect(await page.locator("[data-mine] .sender").last().innerText()).toBe("مجلس الحي");
    const member = await open("?user=2&chat=group");
    const senders = await member.locator('[data-from="user"] .sender').allInnerTexts();
    expect(senders).toContain("مجلس الحي");
  });

  it("lets the owner throw the bot out, bring it back, and raise and lower it", async () => {
    const page = await open("?user=1&chat=group");
    await page.click("#more");
    await page.click("#bot-here");
    await expect.poll(() => lines(page)).toContain("أُخرج موجز من المجموعة");
    expect(await page.locator("#bot-administrator").isVisible()).toBe(false);
    await page.click("#bot-here");
    await expect.poll(() => lines(page)).toContain("أُضيف موجز إلى المجموعة");
    await says(page, /^شكراً على إضافة موجز/);
    await page.click("#bot-administrator");
    await expect.poll(() => lines(page)).toContain("صار موجز مشرفاً");
    await expect.poll(() => page.innerText("#state")).toContain("البوت مشرف");
    await page.click("#bot-administrator");
    await expect.poll(() => lines(page)).toContain("لم يعد موجز مشرفاً");
  });

  it("lets the owner add a person, of whom a line tells", async () => {
    const page = await open("?user=1&chat=group");
    await page.click("#more");
    await page.click("#invite");
    await page.locator("#pick .choice", { hasText: "هند" }).click();
    await expect.poll(() => lines(page)).toContain("أُضيف هند إلى المجموعة");
    // In an English line, too, the name stands where it begins, though it is Arabic.
    const english = await open("?user=1&chat=group&lang=en");
    await expect.poll(() => lines(english)).toContain("هند was added to the group");
    const direction = "getComputedStyle(document.querySelector('.service .line')).direction";
    expect(await english.evaluate(direction)).toBe("ltr");
    const guest = await open("?user=5&chat=group");
    expect(await guest.innerText("#bot-name")).toBe("مجلس الحي");
  });

  it("keeps a topic of the forum to itself", async () => {
    const general = await open("?user=1&chat=forum", desktop);
    await general.locator("#chats [data-thread]").first().click();
    await general.waitForURL(/thread=/);
    const topic = general;
    await topic.locator('#state[data-state="bot"]').waitFor();
    expect(await topic.innerText("#bot-name")).toBe("ملتقى القرّاء – اقتصاد");
    expect(await lines(topic)).toEqual(["موضوع جديد: اقتصاد"]);
    const other = await open("?user=2&chat=forum", desktop);
    await type(topic, "/subscribe@mujaz_bot");
    await says(topic, /^تم اشتراك/);
    await takePicture(topic, "topic-desktop");
    // Elsewhere it is a dot beside the topic, and no message.
    await expect.poll(() => other.locator("#chats [data-thread] .dot").count(), patience).toBe(1);
    expect(await other.locator("[data-message-id]").count()).toBe(0);
  });

  it("searches in inline mode, by keys alone, and sends what is chosen in the person's name", async () => {
    const page = await open("?user=3&chat=group");
    await page.fill("#input", "@mujaz_bot ");
    const offers = page.locator("#inline .offer");
    await expect.poll(() => offers.count(), patience).toBeGreaterThan(15);
    await takePicture(page, "inline-phone");
    await page.fill("#input", "@mujaz_bot زززخخخ");
    await expect.poll(() => page.innerText("#inline"), patience).toBe("لا نتائج");
    await page.fill("#input", "@mujaz_bot a3");
    await expect.poll(() => offers.count(), patience).toBe(1);
    const title = await offers.first().locator(".title").innerText();
    await page.press("#input", "ArrowDown");
    expect(await page.getAttribute("#input", "aria-activedescendant")).toBe("offer-0");
    await page.press("#input", "Enter");
    const mine = page.locator("[data-mine]").last();
    await expect.poll(async () => bare(await mine.innerText()), patience).toContain("عبر @mujaz_bot");
    expect(bare(await mine.locator(".text").innerText())).toContain(title);
    // The message may be seen before the answer to its sending is.
    await expect.poll(() => page.inputValue("#input"), patience).toBe("");
    await expect.poll(() => page.locator("#inline").isVisible(), patience).toBe(false);
  });

  it("shares an article from the private chat into a topic", async () => {
    const page = await open("?user=2");
    await type(page, "/article 5");
    await says(page, /\/a5/);
    await press(page, "مشاركة");
    await page.locator("#pick .choice", { hasText: "رياضة" }).click();
    await page.waitForURL(/chat=forum/);
    await expect.poll(() => page.inputValue("#input"), patience).toMatch(/^@mujaz_bot a_?5 $/);
    await page.locator("#inline .offer").first().click();
    const shared = page.locator("[data-mine] .text").last();
    await expect.poll(async () => bare(await shared.innerText()), patience).toContain("/a5");
    expect(await page.innerText("#bot-name")).toBe("ملتقى القرّاء – رياضة");
  });

  it("lets the owner share the channel with the bot, and others read what it posts", async () => {
    const page = await open("?user=1&chat=channel");
    await page.click("#to-channel");
    await expect.poll(() => page.inputValue("#input"), patience).toBe("/channel");
    await page.press("#input", "Enter");
    await page.locator("#keys .key").click();
    await page.locator("#pick .choice", { hasText: "أخبار الحي" }).click();
    await says(page, /القناة: «أخبار الحي»/);
    expect(await lines(page)).toEqual(["اختيرت: أخبار الحي"]);
    expect(await page.locator("#keys").isVisible()).toBe(false);
    const again = await open("?user=1");
    expect(await again.locator("#keys").isVisible()).toBe(false);
    await press(page, "اشترك");
    await says(page, /الاشتراك: فعّال/);
    const reader = await open("?user=3&chat=channel");
    expect(await reader.locator("#composer").isVisible()).toBe(false);
    // A process of `send-due` would cost a second.
    const here = { user: 1, chat: "channel", by: "next" };
    const moved = await fetch(`${mujaz.address}/playground/api/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(here),
    });
    expect(await moved.json()).toEqual({ isDone: true });
    await says(reader, /^موجز /);
    // Drawn, and in words: what the picture says is its caption and its alternative text.
    // The card before it is drawn, and in words: what it says is its caption and its alternative text.
    const post = reader.locator('[data-from="bot"]:has(img)').last();
    const card = post.locator("img");
    await card.scrollIntoViewIfNeeded();
    const width = `document.querySelector('[data-from="bot"] img').naturalWidth`;
    await expect.poll(() => reader.evaluate<number>(width), patience).toBe(1024);
    const caption = await post.locator(".text").innerText();
    expect(await card.getAttribute("alt")).toBe(caption);
    expect(caption.match(/^\D{0,2}[٠-٩]+\. /gm)).toHaveLength(5);
    await takePicture(reader, "channel-phone");
    // Nobody could send a command there.
    expect(await reader.locator(".command").count()).toBe(0);
    await expect.poll(() => page.locator("#places.fresh").count(), patience).toBe(1);
  });

  it.each(looks)(
    "keeps nobody out of a group, a topic and a channel ($lang, $colorScheme, $size)",
    async (look) => {
      const { lang, colorScheme, size } = look;
      const found: unknown[] = [];
      for (const chat of inTurn(looks, look, ["group", "forum", "channel"])) {
        const page = await open(`?user=1&chat=${chat}&lang=${lang}`, sizes[size]);
        await page.emulateMedia({ colorScheme });
        expect(await page.getAttribute("html", "lang")).toBe(lang);
        if (chat === "group") {
          await page.fill("#input", "@mujaz_bot a3");
          await page.locator("#inline .offer").first().waitFor();
        }
        if (chat === "forum") {
          const topic = await page.locator("[data-thread]").first().getAttribute("href");
          await page.goto(new URL(topic ?? "", page.url()).href);
          await page.locator('#state[data-state="bot"]').waitFor();
        }
        found.push(...(await findBarriers(page)), ...(await page.evaluate<string[]>(cutLetters)));
        expect(await page.evaluate<string[]>(shortened)).toEqual([]);
        await takePicture(page, `room-${chat}-${lang}-${colorScheme}-${size}`);
        await page.emulateMedia({ colorScheme: null });
        await browser.clearPages();
      }
      expect(found).toEqual([]);
    },
  );

  it("has it all again after a restart, and one of each chat", async () => {
    const page = await open("?user=1&chat=group");
    const count = await page.locator("[data-message-id]").count();
    expect(await mujaz.stop()).toBe(0);
    mujaz = await startMujaz({ ...env, PORT: String(mujaz.port) });
    const again = await open("?user=1&chat=group");
    expect(await again.locator("[data-message-id]").count()).toBe(count);
    expect(await again.locator("#chats [data-chat]").count()).toBe(6);
  });

  it("met no error, and asked nobody else", () => {
    const own = (address: string): boolean => /^(http:\/\/127\.0\.0\.1:|data:|about:)/.test(address);
    expect(browser.requests.length).toBeGreaterThan(0);
    expect(browser.requests.filter((address) => !own(address))).toEqual([]);
    // A server that restarts is no error of the page.
    expect(browser.errors.filter((error) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(error))).toEqual([]);
  });
});
