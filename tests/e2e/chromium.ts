// A real browser for the chat page: one chromium a suite, phone-sized pages in it, and what went wrong on them.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { root } from "./server.ts";

const executablePath = "/usr/bin/chromium";
export const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log("skipped: /usr/bin/chromium is missing (apt-get install chromium)");

/** Where the pictures go; not part of the repository. */
const pictures = join(root, "tests", "e2e", "screenshots");

/** How long the page may take to show something; never waited out when all is well. */
export const patience = { timeout: 15_000 };

export interface Window {
  readonly width: number;
  readonly height: number;
}
export const phone: Window = { width: 390, height: 844 };
export const desktop: Window = { width: 1280, height: 800 };

export interface Chromium {
  /** A page of that size, with nothing in it yet. */
  newPage(size?: Window): Promise<Page>;
  /** Empties the pages that are open: each goes on drawing what comes in. */
  clearPages(): Promise<void>;
  /** What the pages of all tests complained about. */
  readonly errors: string[];
  /** The addresses that the pages asked for. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function openChromium(): Promise<Chromium> {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
  // One for all: a page keeps nothing in the browser, and a new one costs half a second.
  const context = await browser.newContext({ viewport: phone, locale: "ar", reducedMotion: "reduce" });
  const errors: string[] = [];
  const requests: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(error.error().message));
  context.on("request", (request) => requests.push(request.url()));
  /** Opened before, and empty again: a window costs more than what is shown in it. */
  const free: Page[] = [];
  return {
    async newPage(size = phone) {
      const page = free.pop() ?? (await context.newPage());
      await page.setViewportSize(size);
      return page;
    },
    async clearPages() {
      free.splice(0, free.length, ...context.pages());
      await Promise.all(free.map((page) => page.goto("about:blank")));
    },
    errors,
    requests,
    close: () => browser.close(),
  };
}

/** `PICTURES=1` takes pictures to look at: they cost more than all the rest. */
const isToLookAt = process.env["PICTURES"] !== undefined;

/** A picture to look at; of what is in the window, or of the whole page. */
export async function takePicture(page: Page, name: string, isWhole = false): Promise<void> {
  if (!isToLookAt) return;
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: isWhole });
}
