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

/** A newcomer's Mujaz: no token, the shipped content, state of its own. */
async function startMujaz(dataDir) {
  const port = await freePort();
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "start"], {
    cwd: root,
    env: { PATH, HOME, LANG, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
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

/** The newest message of the bot that holds the words. */
const said = (page, words) =>
  page.locator('[data-message-id][data-from="bot"]', { hasText: words }).last().waitFor(patience);

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
  await said(page, "موجز ");
  await take("chat");
  await type(page, "/settings");
  await said(page, "الإعدادات"); // "settings"
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
