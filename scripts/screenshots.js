// npm run screenshots: the pictures of README and docs, made from the running system. Needs chromium (CHROMIUM names another one)
// and an Arabic face among the system's fonts (fonts-noto-core) for the chat page.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const figures = join(root, "docs", "figures");
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A command of a newcomer's Mujaz: no token, the shipped content, state of its own. */
function spawnMujaz(args, env, stdio) {
  const { PATH, HOME, LANG } = process.env;
  // Readers that nobody plays cannot be written to: their failures are no news.
  const own = { PATH, HOME, LANG, LOG_LEVEL: "fatal", ...env };
  return spawn(process.execPath, [join(root, "bin", "mujaz.js"), ...args], { cwd: root, env: own, stdio });
}

const zones = [
  "Africa/Cairo",
  "Africa/Cairo",
  "Asia/Riyadh",
  "Asia/Riyadh",
  "Africa/Casablanca",
  "Asia/Baghdad",
  "Europe/Berlin",
];
/** As people choose them: most before work, some after it; the clock ticks at each of them. */
const times = [
  "06:10",
  "06:40",
  "07:00",
  "07:00",
  "07:30",
  "08:10",
  "09:20",
  "13:15",
  "17:40",
  "19:00",
  "20:30",
  "21:15",
];
const topics = ["economy", "politics", "science", "technology", "culture", "sports", "health"];

/** Some hundred readers, the same ones every time: a dashboard of one reader shows nothing. */
function crowd() {
  const pick = (list, index) => list[index % list.length];
  return Array.from({ length: 460 }, (_, index) =>
    JSON.stringify({
      chat: 700_000 + index,
      zone: pick(zones, index * 3 + Math.floor(index / 7)),
      times: [pick(times, index * 5 + Math.floor(index / 12))],
      topics: index % 3 === 0 ? [] : [pick(topics, index), pick(topics, index + 1 + (index % 4))],
    }),
  );
}

async function importReaders(dataDir) {
  const child = spawnMujaz(["subscribers", "import", "-"], { DATA_DIR: dataDir }, [
    "pipe",
    "inherit",
    "inherit",
  ]);
  child.stdin.end(crowd().join("\n"));
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`the import ended with status ${status}`);
}

async function startMujaz(dataDir) {
  const port = await freePort();
  const env = { DATA_DIR: dataDir, PORT: String(port) };
  const child = spawnMujaz(["start"], env, ["ignore", "pipe", "inherit"]);
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (/^Running: /m.test(said)) resolve();
    });
    child.once("exit", (status) => reject(new Error(`mujaz ended with status ${status}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", resolve);
      child.kill();
    });
  return { address: `http://127.0.0.1:${port}`, stop };
}

const patience = { timeout: 20_000 };

/** The newest message of the bot, once its text has the words and no key waits for an answer any more. */
async function said(page, words) {
  await page.locator('[data-from="bot"]:last-child .text', { hasText: words }).waitFor(patience);
  await page.locator('.key[aria-busy="true"]').waitFor({ state: "detached", ...patience });
}

async function type(page, text) {
  await page.fill("#input", text);
  await page.press("#input", "Enter");
}

async function walk(browser, address) {
  const context = await browser.newContext({ viewport: phone, locale: "ar", reducedMotion: "reduce" });
  const page = await context.newPage();
  const take = async (name, size = phone, options = {}) => {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(figures, `${name}.png`), ...options });
    console.log(`docs/figures/${name}.png`);
  };

  await page.goto(`${address}/`);
  await page.click("#start");
  await said(page, "مرحباً بك"); // "welcome"
  await page.locator("button.key", { hasText: /^اشترك$/ }).click(); // "subscribe"
  await said(page, /^موجز /);
  await take("chat");
  await type(page, "/settings");
  await said(page, "الاشتراك:"); // "subscription:"
  await take("settings");

  await page.goto(`${address}/a/3`);
  await take("article");
  const story = await storyOf(address);
  await page.goto(`${address}/s/${story}`);
  await take("story", desktop);
  await page.goto(`${address}/dashboard`);
  await page.waitForTimeout(1_500); // The charts are drawn.
  await take("dashboard", desktop);
  await context.close();
}

/** The first story that several outlets tell. */
async function storyOf(address) {
  for (let number = 1; number <= 60; number += 1) {
    const response = await fetch(`${address}/s/${number}`);
    if (!response.ok) continue;
    const tellings = (await response.text()).match(/<section class="telling"|<article class="telling"/g);
    if ((tellings?.length ?? 0) > 1) return number;
  }
  return 1;
}

if (!existsSync(executablePath)) {
  console.error(`There is no chromium at ${executablePath}: install it, or name another in CHROMIUM.`);
  process.exit(1);
}
const dir = mkdtempSync(join(tmpdir(), "mujaz-screenshots-"));
await importReaders(join(dir, "data"));
const mujaz = await startMujaz(join(dir, "data"));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
});
try {
  await walk(browser, mujaz.address);
} finally {
  await browser.close();
  await mujaz.stop();
  rmSync(dir, { recursive: true, force: true });
}
