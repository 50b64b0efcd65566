// The chat page at work with any bot: what is seen to move, a shared place, the block, and the way of the Tab key.
import type { Page } from "playwright-core";
import type { Telegram } from "telegraf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEar } from "../playground/ask.ts";
import { refusal, type Server, startPlayground } from "../playground/server.ts";
import { findBarriers } from "./axe.ts";
import { bare } from "./chat.ts";
import { type Chromium, hasChromium, openChromium, patience } from "./chromium.ts";

/** Where the focus is, and what is seen of it. */
interface Stop {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly ring: number;
  readonly isOnTop: boolean;
  readonly isKey: boolean;
}

const focused = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    name: at.id || at.innerText, top, bottom, left, right,
    ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    isOnTop: at.contains(seen), isKey: at.closest(".keyboard, #keys") !== null,
  };
})()`;

/** What is drawn of a chat. */
interface Drawn {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Neighbours whose numbers do not follow one another. */
  readonly gaps: number;
  /** Whether what one sees is drawn from its upper to its lower edge. */
  readonly isFull: boolean;
}

const drawnNow = `(() => {
  const items = [...document.querySelectorAll("#messages > [data-message-id]")];
  const ids = items.map(({ dataset }) => Number(dataset.messageId));
  const box = document.querySelector("#log").getBoundingClientRect();
  const [top, bottom] = [items[0].getBoundingClientRect().top, items.at(-1).getBoundingClientRect().bottom];
  return {
    first: ids[0], last: ids.at(-1), count: ids.length,
    gaps: ids.filter((id, at) => at > 0 && id !== ids[at - 1] + 1).length,
    isFull: (top <= box.top + 40 || ids[0] === 1) && bottom >= box.bottom - 40,
  };
})()`;

describe.skipIf(!hasChromium)("the chat page", () => {
  let server: Server;
  let telegram: Telegram;
  let browser: Chromium;
  let page: Page;

  beforeAll(async () => {
    server = await startPlayground();
    ({ telegram } = server.client());
    await telegram.setMyCommands([{ command: "help", description: "مساعدة" }]); // "help"
    browser = await openChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(user: number): Promise<void> {
    await page.goto(`${server.address}/?user=${user}`);
    await page.locator('#state[data-state="bot"]').waitFor();
  }
  const last = () => page.locator('[data-from="bot"]').last();
  const says = (text: string): Promise<void> =>
    expect.poll(() => last().locator(".text").innerText(), patience).toBe(text);

  /** What moves at this moment: classes of the elements, and which of their properties. */
  const moving = (): Promise<readonly string[]> =>
    page.evaluate<string[]>(`document.getAnimations().map(({ effect }) => {
      const [frame] = effect.getKeyframes();
      const properties = ["opacity", "transform", "clipPath"].filter((name) => name in frame);
      return effect.target.className + ": " + properties.join();
    })`);

  describe.each(["no-preference", "reduce"] as const)("for who asks for motion: %s", (reducedMotion) => {
    it("shows how messages come and change, or that they have, without any", async () => {
      const isMoved = reducedMotion === "no-preference";
      await page.emulateMedia({ reducedMotion });
      await open(1);
      const session = await page.context().newCDPSession(page);
      await session.send("Animation.enable");
      // A hundredth of the speed: what lasts 200 ms can be looked at.
      const run = (playbackRate: number) => session.send("Animation.setPlaybackRate", { playbackRate });
      await run(0.01);
      const { message_id: id } = await telegram.sendMessage(1001, "سطر");
      await says("سطر");
      expect(await moving()).toEqual(isMoved ? ["message: opacity,transform"] : []);
      await run(1);
      await expect.poll(moving, patience).toEqual([]);
      await run(0.01);
      const longer = "سطر\nوسطر\nوثالث"; // "a line, and a line, and a third"
      await telegram.editMessageText(1001, id, undefined, longer);
      await says(longer);
      expect(await moving()).toEqual(isMoved ? ["stack: clipPath", "text: opacity"] : []);
      await run(1);
      await expect.poll(moving, patience).toEqual([]);
      await session.detach();
      await page.emulateMedia({ reducedMotion: "reduce" });
    });
  });

  it("shares a place by a key that asks for one: the bot hears where, the page shows a map", async () => {
    await open(1);
    const ear = createEar(server);
    await ear();
    const keyboard = [[{ text: "أرسل موقعي", request_location: true as const }]]; // "send my place"
    await telegram.sendMessage(1001, "أين أنت؟", { reply_markup: { keyboard } }); // "where are you?"
    await page.locator("#keys .key", { hasText: "أرسل موقعي" }).click();
    expect(await page.innerText("#pick-title")).toBe("أي موقع تشارك؟");
    await page.locator("#pick .choice", { hasText: "القاهرة" }).click();
    const place = page.locator("[data-mine] .place").last();
    await expect.poll(async () => bare(await place.innerText()), patience).toBe("موقع 30.0444, 31.2357");
    expect(await page.locator("#keys").isVisible()).toBe(false);
    const [, message] = (await ear()).at(-1) ?? [];
    expect(message).toMatchObject({
      from: { id: 1001 },
      location: { latitude: 30.0444, longitude: 31.2357 },
    });
  });

  it("keeps a pressed key busy until the bot answers, though the message stays as it is", async () => {
    await open(4);
    const ear = createEar(server);
    await ear();
    const markup = { inline_keyboard: [[{ text: "نعم", callback_data: "yes" }]] }; // "yes"
    await telegram.sendMessage(1004, "سؤال", { reply_markup: markup }); // "a question"
    const key = page.locator(".keyboard .key");
    await key.click();
    await expect.poll(() => key.getAttribute("aria-busy"), patience).toBe("true");
    const heard: Awaited<ReturnType<typeof ear>>[number][] = [];
    await expect.poll(async () => heard.push(...(await ear())), patience).toBe(1);
    await telegram.answerCbQuery(heard[0]?.[1].id);
    // Sooner than the page gives up by itself.
    await expect.poll(() => key.getAttribute("aria-busy"), { timeout: 8_000 }).toBeNull();
  });

  it("blocks the bot by its switch, and lets it in again", async () => {
    await open(3);
    const ear = createEar(server);
    await ear();
    await page.click("#more");
    await page.click("#block");
    const unblock = page.locator("#unblock");
    await unblock.waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("unblock");
    expect(await page.locator("#composer").isVisible()).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
    const refused = { code: 403, description: "Forbidden: bot was blocked by the user" };
    expect(await refusal(telegram.sendMessage(1003, "x"))).toEqual(refused);
    await page.reload();
    await unblock.click();
    await expect.poll(() => page.locator("#composer").isVisible(), patience).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("input");
    const told = (await ear()).map(([kind, { new_chat_member: member }]) => [kind, member.status]);
    expect(told).toEqual([
      ["my_chat_member", "kicked"],
      ["my_chat_member", "member"],
    ]);
    await telegram.sendMessage(1003, "أهلاً"); // "welcome"
    await says("أهلاً");
  });

  it("is walked through by Tab in the order in which it is read, and shows where one is", async () => {
    await telegram.sendMessage(1002, "/help\nhttps://mujaz.example", {
      reply_markup: { inline_keyboard: [["أ", "ب"].map((text) => ({ text, callback_data: text }))] },
    });
    await telegram.sendMessage(1002, "نعم أم لا؟", { reply_markup: { keyboard: [["نعم", "لا"]] } }); // "yes or no?"
    await open(2);
    await page.locator("#keys .key").first().waitFor();
    await page.fill("#input", "كلمة"); // "a word"
    await page.evaluate("document.activeElement.blur()");
    // Where the page begins, whatever had the focus before.
    await page.locator("#bot-name").click();
    const stops: Stop[] = [];
    while (stops.length < 40) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate<Stop | null>(focused);
      if (stop === null) break;
      stops.push(stop);
    }
    // The log is a stop of its own: arrows scroll it.
    expect(stops.map(({ name }) => name)).toEqual([
      ...["tools", "more", "log", "/help", "https://mujaz.example", "أ", "ب"],
      ...["menu", "input", "send", "نعم", "لا"],
    ]);
    for (const [index, { name, ring, isOnTop, isKey, ...box }] of stops.entries()) {
      expect(ring, `the ring around ${name}`).toBeGreaterThanOrEqual(2);
      expect(isOnTop, `${name} is covered`).toBe(true);
      const before = stops[index - 1];
      if (before === undefined) continue;
      const isBelow = box.top >= before.bottom - 1;
      // From right to left, but for the bot's keys: Telegram's apps lay a row out from the left in every language.
      const isNext = isKey ? box.left >= before.right - 1 : box.right <= before.left + 1;
      const isBeside = box.bottom > before.top && isNext;
      expect(isBelow || isBeside || before.name === "log", `${name} after ${before.name}`).toBe(true);
    }
  });

  it("draws a few screens of a long chat, with no gap, up to its first message and back to the newest", async () => {
    // Long and short ones by stretches: a step is as much as is soon drawn ("news of the port", "question").
    const long = "أخبار الميناء والسوق والمدرسة. ".repeat(30);
    for (let at = 0; at < 160; at += 1) {
      if (at % 80 < 40) server.playground.say(3, `سؤال ${at}`);
      else await telegram.sendMessage(1003, `${long}${at}`);
    }
    await open(3);
    await page.locator("[data-message-id]").last().waitFor();
    const newest = (await page.evaluate<Drawn>(drawnNow)).last;
    const wrong: Drawn[] = [];
    for (const [pixels, isThere] of [
      [-1_000, ({ first }: Drawn) => first === 1],
      [1_000, ({ last }: Drawn) => last === newest],
    ] as const) {
      await page.mouse.move(195, 400);
      const isDone = async (): Promise<boolean> => {
        await page.mouse.wheel(0, pixels);
        await page.evaluate(
          "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        );
        const now = await page.evaluate<Drawn>(drawnNow);
        if (now.gaps > 0 || !now.isFull || now.count > 80) wrong.push(now);
        return isThere(now);
      };
      await expect.poll(isDone, { timeout: 30_000, interval: 1 }).toBe(true);
    }
    expect(wrong, "drawn in their order, and the window full of them").toEqual([]);
    const isAtEnd = async (): Promise<boolean> => {
      await page.mouse.wheel(0, 2_000);
      return page.locator("#newest").isHidden();
    };
    await expect.poll(isAtEnd, patience).toBe(true);
  });

  it("met no error and left the machine for nothing", () => {
    expect(browser.errors).toEqual([]);
    const own = (address: string): boolean =>
      address.startsWith(server.address) || address.startsWith("data:");
    expect(browser.requests.filter((address) => !own(address))).toEqual([]);
  });
});
