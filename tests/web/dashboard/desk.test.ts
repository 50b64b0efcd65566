// The desk over HTTP: each action leaves in Redis what the bot's or the command line's does, and forged posts leave nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createContentReports } from "../../../src/articles/content-report.ts";
import { createEditing } from "../../../src/articles/editing.ts";
import { openRegister } from "../../../src/processes/feedRegister.ts";
import { startMetering } from "../../../src/processes/metering.ts";
import { createFailureList } from "../../../src/runtime/failures.ts";
import { splitSentences } from "../../../src/text/sentences.ts";
import { openTalk, type Talk } from "../../bot/talk.ts";
import { runOn } from "../../cli/desk.ts";
import { openTestHouse, type TestHouse } from "../../house.ts";
import { ask, cookieOf, openStand, post, type Stand } from "./stand.ts";

let test: TestHouse;
let stand: Stand;
beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
  stand = await openStand(test);
});
afterAll(async () => {
  await stand.close();
  await test.close();
});

const articleOf = (number: number, of: TestHouse = test): Promise<Record<string, string>> =>
  of.house.main.hgetall(`{mujaz}:article:${number}`);

const page = async (path: string): Promise<string> => (await ask(`${stand.address}/dashboard${path}`)).text;

const act = (panel: string, action: string, fields: Readonly<Record<string, string>>) =>
  post(`${stand.address}/dashboard/do/${panel}/${action}`, fields);

/** What is said after an action, from the page that it leads to. */
async function saidAfter(
  panel: string,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const done = await act(panel, action, fields);
  expect(done.status).toBe(303);
  const to = new URL(done.headers.get("location") ?? "", stand.address);
  const { text } = await ask(to.href, { headers: { cookie: cookieOf(done, "mujaz-notice") } });
  return plain(/<p class="notice[^>]*>(.*?)<\/p>/s.exec(text)?.[1] ?? "");
}

const plain = (markup: string): string => markup.replace(/<[^>]+>|[\u2066-\u2069\u200e\u200f]/g, "");

describe("an article", () => {
  // A house of the same content where the bot's operator does the same by command.
  let talk: Talk;
  beforeAll(async () => {
    talk = await openTalk(1, { ADMIN_IDS: "1001" });
    await talk.ask("/start");
  });
  afterAll(() => talk.close());

  const byBot: readonly (readonly [string, Readonly<Record<string, string>>, () => Promise<unknown>])[] = [
    ["pin", {}, () => talk.ask("/pin 3")],
    ["unpin", {}, () => talk.press("إلغاء التثبيت")],
    ["hide", {}, () => talk.ask("/hide 3")],
    ["unhide", {}, () => talk.press("إظهار")],
    ["words", { words: "  ملخص \n بيد <محرر>.  " }, () => talk.ask("/edit 3 ملخص  بيد <محرر>.")],
    ["plain", {}, () => talk.ask("/edit 3 -")],
  ];

  it("is changed by each action exactly as by the operator's command in the bot, but for whose hand it was", async () => {
    for (const [action, fields, command] of byBot) {
      const before = await articleOf(3);
      expect(await saidAfter("articles", action, { number: "3", ...fields })).toContain("/a3");
      expect(await articleOf(3), action).not.toEqual(before);
      await command();
      const { fetched: _here, editedBy, editedAt, ...here } = await articleOf(3);
      const {
        fetched: _there,
        editedBy: byOperator,
        editedAt: atOperator,
        ...there
      } = await articleOf(3, talk.test);
      expect(here, action).toEqual(there);
      expect([editedBy, byOperator]).toEqual(["dashboard", "1001"]);
      for (const at of [editedAt, atOperator]) expect(Date.now() - Date.parse(at ?? "")).toBeLessThan(60_000);
    }
  });

  it("tells whose hand was the last on it, and when that was", async () => {
    const editedAt = "2026-11-03T06:05:00.000Z";
    await createEditing(test.house.main, "mujaz").edit(9, {}, { by: "1001", at: new Date(editedAt) });
    const hand = async (): Promise<readonly [words: string, at: string]> => {
      const shown = await page("/desk?article=9&lang=en");
      const [, line = ""] = /<p class="soft">(Last edited .*?)<\/p>/s.exec(shown) ?? [];
      return [plain(line), /datetime="([^"]+)"/.exec(line)?.[1] ?? ""];
    };
    const [words, at] = await hand();
    expect(words).toMatch(/^Last edited in the bot, by operator 1001 · 3 November/);
    expect(at).toBe(editedAt);
    await act("articles", "pin", { number: "9" });
    const [ownWords, ownAt] = await hand();
    expect(ownWords).toMatch(/^Last edited on this dashboard · /);
    expect(ownAt).toBe((await articleOf(9))["editedAt"]);
    await act("articles", "unpin", { number: "9" });
  });

  it("gets the summary of the ticked sentences, in the order of the text, unless the text has changed since", async () => {
    const article = await test.house.articles.byNumber(5);
    const [first, second] = splitSentences(article?.text ?? "").filter(({ kind }) => kind === "sentence");
    const body = new URLSearchParams({ number: "5", hash: article?.contentHash ?? "" });
    for (const sentence of [second, first]) body.append("s", String(sentence?.start));
    const { origin } = new URL(stand.address);
    const url = `${stand.address}/dashboard/do/articles/sentences`;
    await ask(url, { method: "POST", headers: { origin }, body });
    expect(await articleOf(5)).toMatchObject({ words: `${first?.text} ${second?.text}` });
    const shown = await page("/desk?article=5");
    expect(shown).toContain("الملخص كما كتبه محرر");
    expect(shown.match(/ checked>/g)).toHaveLength(2);
    const stale = await saidAfter("articles", "sentences", { number: "5", hash: "other", s: "0" });
    expect(stale).toMatch(/^تغيّر نص الخبر/);
    expect(
      await saidAfter("articles", "sentences", { number: "5", hash: article?.contentHash ?? "" }),
    ).toMatch(/^لم تختر/);
    expect(await articleOf(5)).toMatchObject({ words: `${first?.text} ${second?.text}` });
    await act("articles", "plain", { number: "5" });
  });

  it("is hidden after a question alone, on a page that needs no script", async () => {
    const list = await page("/desk?before=9");
    const to = /href="(\?[^"]*article=7[^"]*step=hide[^"]*)"/.exec(list)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(to).not.toBe("");
    const asked = await page(`/desk${to.split("#")[0]}`);
    expect(asked).toContain("هل تخفي هذا الخبر");
    expect(asked).toContain('action="/dashboard/do/articles/hide"');
    expect((await test.house.articles.byNumber(7))?.hidden).toBeUndefined();
    await act("articles", "hide", { number: "7" });
    expect((await test.house.articles.byNumber(7))?.hidden).toBe(true);
    expect(await page("/desk?show=hidden")).toContain("article=7");
    await act("articles", "unhide", { number: "7" });
  });

  it("that is none, or a summary that is too long, is refused in words", async () => {
    expect(await saidAfter("articles", "pin", { number: "999999" })).not.toBe("");
    expect(await saidAfter("articles", "pin", { number: "3; DROP" })).not.toBe("");
    const before = await articleOf(3);
    expect(await saidAfter("articles", "words", { number: "3", words: "ط".repeat(1_001) })).toContain(
      "لا يزيد على",
    );
    expect(await articleOf(3)).toEqual(before);
    expect(await test.house.main.exists("{mujaz}:article:999999")).toBe(0);
  });

  it("is found by number in any digits, and its title never becomes markup", async () => {
    expect(await page(`/desk?q=${encodeURIComponent("٣")}`)).toContain("article=3");
    expect(await page(`/desk?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain(
      "<script>alert",
    );
    expect(await page(`/desk?article=${encodeURIComponent("<b>")}`)).not.toContain("<b>");
  });
});

describe("forged posts", () => {
  it.each([
    ["articles", "hide", { number: "3" }],
    ["articles", "words", { number: "3", words: "سطر دخيل" }], // "an intruder's line"
    ["dead", "resend-all", {}],
    ["sources", "off", { feed: "0" }],
  ])("to %s/%s from another site change nothing", async (panel, action, fields) => {
    const keys = async (): Promise<unknown> => [
      await articleOf(3),
      await test.house.main.hgetall("{mujaz}:dead"),
    ];
    const before = await keys();
    const url = `${stand.address}/dashboard/do/${panel}/${action}`;
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ]) {
      expect((await post(url, fields, headers)).status).toBe(403);
    }
    expect((await ask(url, { method: "POST", body: new URLSearchParams(fields) })).status).toBe(403);
    expect((await ask(`${url}?number=3`)).status).toBe(404);
    expect(await keys()).toEqual(before);
  });

  it("for what no panel can do are unknown", async () => {
    for (const path of ["articles/remove", "articles/constructor", "nobody/hide"]) {
      expect((await post(`${stand.address}/dashboard/do/${path}`, { number: "3" })).status).toBe(404);
    }
  });
});

describe("a source", () => {
  const url = "https://feeds.example/rss.xml";
  let id = "";
  beforeEach(async () => {
    const register = openRegister(test.house);
    await register.add({ url, name: "صحيفة المرفأ", topics: [], fullText: "auto", intervalMinutes: 10 });
    id = (await register.find(url))?.id ?? "";
  });
  const state = () => test.house.main.hgetall(`{mujaz}:sources:state:${id}`);

  it("is switched off and on as by the command line", async () => {
    await runOn(test.house, "sources", "on", id);
    const on = await state();
    await runOn(test.house, "sources", "off", id);
    const off = await state();
    await act("sources", "on", { feed: id });
    expect(await state()).toEqual(on);
    await act("sources", "off", { feed: id });
    expect(await state()).toEqual(off);
    expect(off).not.toEqual(on);
    await act("sources", "on", { feed: id });
  });

  it("shows its last fault in plain words, with the log's own beside it, and is due at once when asked", async () => {
    const register = openRegister(test.house);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const error = {
      at: "2026-11-27T05:00:00.000Z",
      reason: "there is no such host (ENOTFOUND)",
      mend: "check <it>",
    };
    await register.change(id, { failures: 3, error, next: later });
    const shown = await page("/sources");
    expect(shown).toContain("لا خادم بهذا الاسم.");
    expect(shown).toContain("there is no such host (ENOTFOUND)");
    expect(shown).toContain("check &lt;it&gt;");
    await act("sources", "read", { feed: id });
    expect(await state()).not.toHaveProperty("next");
    await act("sources", "off", { feed: id });
    expect(await saidAfter("sources", "read", { feed: id })).toContain("متوقف");
    await act("sources", "on", { feed: id });
  });
});

describe("the content folder", () => {
  it("shows each file that was not taken in, with line, message and mend", async () => {
    const reports = createContentReports(test.house.main, "mujaz");
    const fault = {
      file: "economy/<خبر>.md",
      line: 4,
      message: 'field "date": "yesterday" is not a date',
      mend: "write it as 2026-11-27",
    };
    const none = { new: 0, updated: 0, unchanged: 12, duplicate: [], removed: 0, hidden: 0, notes: [] };
    await reports.keep({ source: "content", ...none, rejected: [fault] }, new Date());
    const shown = await page("/sources?lang=en");
    for (const words of [
      "economy/&lt;خبر&gt;.md",
      "line 4",
      fault.message,
      fault.mend,
      "1 file was rejected",
    ]) {
      expect(plain(shown).replaceAll("&quot;", '"')).toContain(words);
    }
    expect(plain(await page("/sources"))).toContain(
      "لا يُقرأ تاريخ الخبر. اكتبه بالتقويم الميلادي كما في المثال.",
    );
  });
});

describe("the log of failures", () => {
  it("is brought to Redis by every process, the last lines as it ends", async () => {
    const { house } = test;
    const metering = startMetering(house, ["web", "clock"]);
    house.failures.add("warn", "telegram.silent", { why: "ETIMEDOUT" });
    await metering.close();
    const [newest] = await house.failureStore.newest();
    expect(newest).toMatchObject({ event: "telegram.silent", by: "web+clock" });
    await house.main.del("{mujaz}:failures");
  });

  it("shows events and ids of all processes, by event, and no words of readers", async () => {
    const list = createFailureList(() => new Date("2026-11-27T05:00:00Z"));
    const err = Object.assign(new TypeError("reader wrote: سر القارئ"), { code: "EPIPE" });
    list.add("error", "update.failed", { update: 815, chat: 1001, text: "سر القارئ", err });
    list.add("warn", "source.failed", { source: "ab12", reason: "the connection was cut (EPIPE)" });
    await test.house.failureStore.flush(list, "web+worker");
    const shown = await page("/sources");
    for (const words of ["update.failed", "update=815", "error=TypeError", "code=EPIPE", "web+worker"]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toMatch(/سر القارئ|chat=1001/);
    const filtered = await page("/sources?event=source.failed");
    expect(filtered).toContain("source=ab12");
    expect(filtered).not.toContain("update=815");
  });
});
