// The reading pages over HTTP, on the store of a house of its own with the sample content.
import { parseHTML } from "linkedom";
import type { Article } from "../../src/articles/article.ts";
import { createHttp } from "../../src/runtime/http.ts";
import type { PagesNeeds } from "../../src/web/needs.ts";
import { registerPages } from "../../src/web/pages.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

/** What tests ask of a page's elements. */
export interface Element {
  readonly localName: string;
  readonly id: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
}

export type Page = Pick<Element, "querySelector" | "querySelectorAll">;

export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: Page;
}

export interface Stand {
  readonly test: TestHouse;
  /** Those of the sample content. */
  readonly articles: readonly Article[];
  /** Redirects are not followed. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Opened>;
  fetch(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** What pages are rendered with from now on, besides what the house says. */
  look: Partial<PagesNeeds>;
  close(): Promise<void>;
}

export async function openPages(): Promise<Stand> {
  const test = await openTestHouse();
  const { house } = test;
  const http = createHttp({ host: "127.0.0.1", port: 0, log: house.log, graceMs: 20 });
  const usual: PagesNeeds = {
    shelf: house.articles,
    zone: "Africa/Cairo",
    messages: house.messages,
    sentences: house.config.summary.sentences,
    publicUrl: "https://mujaz.example",
  };
  const stand = { look: {} as Partial<PagesNeeds> };
  const needs = new Proxy(usual, {
    get: (known, name) => ({ ...known, ...stand.look })[name as keyof PagesNeeds],
  });
  registerPages(http.app, needs);
  const address = await http.listen();
  return Object.assign(stand, {
    test,
    articles: await house.articles.list({ limit: 1000 }),
    fetch: (path: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${address}${path}`, { headers }),
    async open(path: string, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${address}${path}`, { headers, redirect: "manual" });
      const html = await response.text();
      const { document } = parseHTML(html) as unknown as { document: Page };
      return { status: response.status, headers: response.headers, html, document };
    },
    async close() {
      await http.close();
      await test.close();
    },
  });
}
