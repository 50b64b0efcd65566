// The desk's house on a day on which much went wrong, and hands that know the keyboard alone.
import type { Page } from "playwright-core";
import { createContentReports } from "../../src/articles/content-report.ts";
import { openRegister } from "../../src/processes/feedRegister.ts";
import { createFailureList } from "../../src/runtime/failures.ts";
import type { Post } from "../delivery/post.ts";

/** A dead letter, feeds well and ill, rejected files, failures: a day on which much went wrong. Gives the id of the letter. */
export async function furnish({ test }: Post, deliver: () => Promise<void>): Promise<string> {
  const { house, playground } = test;
  const kind = { type: "error", code: 400, description: "Bad Request: message is too long" } as const;
  playground.fail({ method: "sendMessage", chat: 1002, times: 1, kind });
  const member = await test.addReader(1002, { cursor: 0 });
  await house.agenda.dueNow(member, Math.floor(Date.now() / 1000));
  await deliver();
  const letter = (await house.agenda.listDead())[0]?.id ?? "";
  const register = openRegister(house);
  // Invented outlets: a short name, a long one, and one that no space divides.
  const names = [
    "صحيفة المرفأ",
    "وكالة ضفاف النهرين للأنباء والتحقيقات والتقارير المصوّرة من المدن والقرى البعيدة",
    "TheNorthernProvincesDailyGazetteAndEveningCourierOfTheRiverBanksAndTheirBridges",
  ];
  for (const [index, name] of names.entries()) {
    const url = `https://feeds.example/${index}/a-rather-long-path-to-a-feed/of/the-outlet/rss.xml`;
    await register.add({ url, name, topics: [], fullText: "auto", intervalMinutes: 10 });
    const { id = "" } = (await register.find(url)) ?? {};
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const error = {
      at,
      reason: `the address leads on to https://feeds.example/${"moved-again/".repeat(12)}rss.xml, and that to itself`,
      mend: "check the spelling of the address",
    };
    if (index === 0) await register.change(id, { lastRead: at, brought: 148 });
    if (index === 1)
      await register.change(id, { failures: 3, error, next: new Date(Date.now() + 3_600_000).toISOString() });
    if (index === 2) await register.change(id, { off: "switched off by hand", isOffTold: true });
  }
  const fault = {
    file: "economy/2026-11-26-أسعار-القمح.md",
    line: 3,
    message: 'the date "غداً" cannot be read',
    mend: "write it as 2026-11-26T08:00:00+02:00",
  };
  const report = { new: 2, updated: 1, unchanged: 37, duplicate: [], removed: 0, hidden: 0, notes: [] };
  await createContentReports(house.main, "mujaz").keep(
    { source: "content", ...report, rejected: [fault] },
    new Date(),
  );
  const failures = createFailureList();
  const err = Object.assign(new Error("x"), { code: "ETIMEDOUT" });
  failures.add("warn", "source.failed", {
    source: "8d21c0ffee",
    reason: `there is no such host (ENOTFOUND): ${"a-very-long-name.".repeat(9)}example`,
  });
  failures.add("error", "poll.failed", { failures: 2, err });
  failures.add("warn", "telegram.silent", { why: "ETIMEDOUT" });
  await house.failureStore.flush(failures, "web+clock+worker");
  return letter;
}

/** What sticks out of its panel, and is in nothing that scrolls. */
export const stickingOut = `[...document.querySelectorAll(".panel *")].filter((element) => {
  const [own, panel] = [element.getBoundingClientRect(), element.closest(".panel").getBoundingClientRect()];
  const isSeen = own.width > 1 && element.closest(".wide") === null;
  return isSeen && (own.left < panel.left - 1 || own.right > panel.right + 1);
}).map((element) => element.outerHTML.slice(0, 120))`;

/** Presses Tab until what has the focus has this name, or this id; fails when the whole page was passed. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press("Tab");
    const names = await page.evaluate<string[]>(
      "(({ id, ariaLabel, textContent }) => [id, ariaLabel ?? textContent])(document.activeElement)",
    );
    if (names.some((each) => (typeof name === "string" ? name === each.trim() : name.test(each)))) return;
  }
  throw new Error(`nothing named ${name} takes the focus`);
}
