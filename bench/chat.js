// The chat page with 5,000 messages: how long its main thread is held up while it opens, scrolls, sends and takes edits.
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { createPlayground } from "../dist/playground/playground.js";
import { createHttp } from "../dist/runtime/http.js";
import { createLog } from "../dist/runtime/log.js";
import { createRandom } from "./random.js";
import { tell } from "./verdict.js";

const chromium = "/usr/bin/chromium";
const count = 5000;
const barMs = 100;

/** A digest as long as ours are, with a quote and buttons ("news of the day number …", "the port", "more"). */
function digest(random, at) {
  const words = "ميناء سوق مدرسة قرية بحر قطار نخيل سفينة كتاب مطر شارع حديقة".split(" ");
  const sentence = () =>
    `${Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)]).join(" ")}.`;
  const stories = [1, 2, 3].map(
    (n) =>
      `<b>${n}. ${sentence()}</b>\n${sentence()}\n<blockquote expandable>${sentence()} ${sentence()} ${sentence()}</blockquote>\n/a${n}`,
  );
  return `<b>أخبار اليوم ${at}</b>\n\n${stories.join("\n\n")}`;
}

async function openChats() {
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const playground = createPlayground({
    bot: { id: 42, username: "bench_bot", firstName: "قياس" },
    token: "42:x",
  });
  playground.register(http.app);
  const address = await http.listen();
  const call = async (method, params) => {
    const response = await fetch(`${address}/bot42:x/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return (await response.json()).result;
  };
  const random = createRandom(9);
  const keyboard = [
    ["١", "٢", "٣"].map((text) => ({ text, callback_data: text })),
    [{ text: "المزيد", callback_data: "more" }],
  ];
  const send = (at) =>
    call("sendMessage", {
      chat_id: 1001,
      text: digest(random, at),
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: keyboard },
    });
  for (let at = 0; at < count / 2; at += 1) {
    playground.say(1, `سؤال ${at}`);
    await send(at);
  }
  return { address, playground, call, send, close: () => playground.close().then(() => http.close()) };
}

/** Runs one thing and gives the longest task that it cost, in ms; 0 for none over 50. */
async function measure(page, act) {
  await page.evaluate("window.tasks = []");
  await act();
  // The observer is told of a task after it.
  await page.waitForTimeout(300);
  return Math.max(0, ...(await page.evaluate("window.tasks")));
}

/** Whoever shares the two cores makes a task longer now and then: what counts is the middle one of so many rounds. */
const rounds = 3;

function report(what, longest) {
  const sorted = longest.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const told = sorted.map((ms) => (ms === 0 ? "none" : ms.toFixed(0))).join(", ");
  const line = `${what.padEnd(34)} longest task of each round, ms: ${told}`;
  // The bar is for what one does on the page; it opens once.
  if (what.startsWith("opens")) console.log(`       ${line}`);
  else tell(middle <= barMs, `${line} (bar ${barMs})`);
}

/** The bar: no task over 100 ms. */
export async function printChat() {
  if (!existsSync(chromium)) return console.log(`skipped: ${chromium} is missing`);
  const { chromium: launcher } = await import("playwright-core");
  const chats = await openChats();
  const args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"];
  const browser = await launcher.launch({ executablePath: chromium, args });
  const found = new Map();
  for (let turn = 0; turn < rounds; turn += 1)
    for (const [what, ms] of await round(browser, chats)) found.set(what, [...(found.get(what) ?? []), ms]);
  for (const [what, longest] of found) report(what, longest);
  console.log(`       load of the machine in the last minute: ${loadavg()[0].toFixed(1)}`);
  await browser.close();
  await chats.close();
}

/** A window of its own, from the first look on; gives what was done with its longest task. */
async function round(browser, chats) {
  const longest = [];
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: "ar" });
  const time = async (what, act) => void longest.push([what, await measure(page, act)]);
  await page.addInitScript(`
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: "longtask", buffered: true });
  `);
  const drawn = () => page.locator("[data-message-id]").count();
  await time(`opens with ${count} messages`, async () => {
    await page.goto(`${chats.address}/`);
    await page.locator("[data-message-id]").last().waitFor();
  });
  await time("scrolls up through hundreds", async () => {
    for (let turn = 0; turn < 150 && (await drawn()) < 600; turn += 1) {
      await page.mouse.move(195, 400);
      await page.mouse.wheel(0, -3000);
      await page.waitForTimeout(30);
    }
  });
  await time("scrolls up to the first message", () =>
    page.evaluate(`new Promise((done) => {
      const log = document.querySelector("#log");
      let still = 0;
      const step = () => {
        log.scrollTop = Math.max(0, log.scrollTop - 4000);
        // Nothing older came for half a second: this is the first.
        still = log.scrollTop === 0 ? still + 1 : 0;
        if (still > 30) done();
        else requestAnimationFrame(step);
      };
      step();
    })`),
  );
  const back = () => page.evaluate(`document.querySelector("#log").scrollTop = 1e9`);
  await time("back to the newest", back);
  await time("sends ten messages", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await page.fill("#input", `رسالة ${turn}`);
      await page.press("#input", "Enter");
      await page.waitForTimeout(60);
    }
  });
  let last;
  await time("takes ten digests", async () => {
    for (let turn = 0; turn < 10; turn += 1) last = await chats.send(turn);
  });
  await time("takes ten edits", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await chats.call("editMessageText", {
        chat_id: 1001,
        message_id: last.message_id,
        text: `تعديل ${turn}`,
      });
    }
  });
  await time("opens again, all drawn", async () => {
    await page.reload();
    await page.locator("[data-message-id]").last().waitFor();
  });
  await page.close();
  return longest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printChat();
