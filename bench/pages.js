// The article's page in a real browser: when the largest piece of it is painted, with a processor slowed down four times and
// nothing in the cache, and how many bytes it takes. A real `mujaz start` serves the sample content.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { median } from "./race.js";
import { tell } from "./verdict.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = "/usr/bin/chromium";
const runs = 5;
const slowdown = 4;
const barMs = 1_000;
const barBytes = 60_000;

export async function printPages() {
  if (!existsSync(executablePath)) return console.log("/usr/bin/chromium is missing: nothing measured.");
  const dir = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const server = await start(dir);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const article = await longest(server.address);
    await printBytes(article);
    for (const [name, address] of [
      ["the longest article", article.address],
      ["a story of two outlets", article.story],
    ]) {
      // The server's first page and the browser's first window are not what is measured.
      await largestPaint(browser, address);
      const paints = [];
      for (let run = 0; run < runs; run += 1) paints.push(await largestPaint(browser, address));
      const all = paints.map((paint) => paint.toFixed(0)).join(", ");
      const middle = median(paints);
      tell(
        middle < barMs,
        `${name}: largest contentful paint ${middle.toFixed(0)} ms, the median of ${all} (bar: under ${barMs} ms; 390 × 844, processor ${slowdown} times slower, cold cache)`,
      );
    }
    console.log(`load of the machine in the last minute: ${loadavg()[0].toFixed(2)}`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Each in a context of its own: nothing is cached. */
async function largestPaint(browser, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const paint = await page.evaluate(`new Promise((resolve) => {
    let last = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) last = Math.max(last, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    // Two frames on, what the fonts painted anew is counted too.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(last), 100)));
  })`);
  await context.close();
  return paint;
}

/** The article with the largest page, at its longest summary, and a story that several outlets tell. */
async function longest(base) {
  let best = { bytes: 0, address: "" };
  let story = "";
  for (let number = 1; ; number += 1) {
    const address = `${base}/a/${number}?length=long`;
    const response = await fetch(address, { headers: { "accept-encoding": "identity" } });
    if (!response.ok) return { ...best, story };
    const html = await response.text();
    const bytes = Buffer.byteLength(html);
    const told = /\.\.\/s\/(\d+)/.exec(html)?.[1];
    if (told !== undefined) story = `${base}/s/${told}`;
    if (bytes > best.bytes) best = { bytes, address, html };
  }
}

async function printBytes({ address, bytes, html }) {
  const style = new URL(/href="([^"]+\.css)"/.exec(html)?.[1] ?? "", address);
  const sizeOf = async (url, encoding) => {
    const response = await fetch(url, { headers: { "accept-encoding": encoding } });
    const body = await response.arrayBuffer();
    return Number(response.headers.get("content-length") ?? body.byteLength);
  };
  const css = await sizeOf(style, "identity");
  const [sent, sentCss] = [await sizeOf(address, "gzip"), await sizeOf(style, "gzip")];
  const text = await (await fetch(style)).text();
  const fonts = [...text.matchAll(/url\(([^)]+)\) format/g)].map(([, path]) => new URL(path, style));
  tell(
    bytes + css <= barBytes,
    `the longest article: ${kb(bytes)} and ${kb(css)} of style, ${kb(bytes + css)} without fonts (bar: ${kb(barBytes)}); sent compressed: ${kb(sent + sentCss)}`,
  );
  for (const font of fonts) {
    const name = font.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.\w+\.woff2$/, "");
    console.log(`  ${name}: ${kb(await sizeOf(font, "identity"))}`);
  }
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function start(dir) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "start"], {
    cwd: dir,
    env: {
      PATH,
      HOME,
      PORT: String(port),
      DATA_DIR: join(dir, "data"),
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      LOG_FORMAT: "json",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (/^Running: /m.test(said)) resolve();
    });
    child.once("exit", () => reject(new Error(`mujaz ended:\n${said}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printPages();
