// The panel of the house's state on a bad day: none of its figures is zero, and each is that of Redis.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createAccepted, openUpdatesKey } from "../../../src/bot/accepted.ts";
import { queuePrefix } from "../../../src/delivery/queue.ts";
import { createTick } from "../../../src/processes/clock.ts";
import { botOf } from "../../../src/processes/house.ts";
import { slotOf } from "../../../src/schedule/rotation.ts";
import { createTickMark } from "../../../src/schedule/tickMark.ts";
import { openPost, type Post } from "../../delivery/post.ts";
import { bare } from "../../e2e/chat.ts";
import { ask, openStand, type Stand } from "./stand.ts";

const prefix = "mujaz";
const key = (name: string): string => `{${prefix}}:${name}`;
let mail: Post;
let stand: Stand;
let page: ReturnType<typeof parseHTML>["document"];
let waitingKey: string;
/** The memory of Redis, just before the page was made. */
let bytes: number;
const seconds = (): number => Math.floor(Date.now() / 1000);

async function due(chats: readonly number[], lateSeconds = 0): Promise<void> {
  const { addReader, house } = mail.test;
  for (const chat of chats)
    await house.agenda.dueNow(await addReader(chat, { cursor: 0 }), seconds() - lateSeconds);
}

beforeAll(async () => {
  mail = await openPost({ sendRate: 0, attempts: 1 });
  const { house, playground } = mail.test;
  const { main, metricStore } = house;
  const tick = createTick(house, mail.queue);
  // Two that Telegram refuses.
  const kind = { type: "error", code: 400, description: "Bad Request: message is too long" } as const;
  for (const chat of [1002, 1003]) playground.fail({ method: "sendMessage", chat, times: 1, kind });
  await due([1002, 1003]);
  await tick(null);
  mail.work();
  await vi.waitFor(async () => expect(await mail.queue.unfinished()).toBe(0), { timeout: 20_000 });
  await mail.rest();
  // Three that a clock has taken and no worker sends, for two minutes.
  await due([1004, 1005, 1006]);
  await tick(null);
  waitingKey = `${queuePrefix(prefix)}:digests:wait`;
  const first = await main.lindex(waitingKey, -1);
  await main.hset(`${queuePrefix(prefix)}:digests:${first}`, { timestamp: Date.now() - 120_000 });
  // Four that no clock has looked for, the oldest half an hour late.
  await due([2001], 1_800);
  await due([2002, 2003, 2004], 300);
  await createTickMark(main, prefix).note();
  const accepted = createAccepted(main, prefix, botOf(house.config.env), {
    me: "test",
    isWorking: () => false,
  });
  for (const id of [1, 2, 3, 4, 5])
    await accepted.accept({ id, line: `chat:${id}`, tap: undefined, body: "{}" });
  const sign = { at: Date.now(), residentBytes: 64 * 2 ** 20, lagSeconds: 0.012 };
  await metricStore.sign("web+worker@a-host:4711", { ...sign, roles: ["web", "worker"] });
  stand = await openStand(mail.test);
  bytes = Number(/^used_memory:(\d+)/m.exec(await main.info("memory"))?.[1]);
  const { text } = await ask(`${stand.address}/dashboard?lang=en`);
  page = parseHTML(text).document;
});
afterAll(async () => {
  await stand?.close();
  await mail?.close();
});

const figure = (name: string): string => {
  const all = [...page.querySelectorAll("#panel-state .figures > div")];
  const found = all.find((each) => each.querySelector("dt")?.textContent === name);
  return bare(found?.querySelector("dd")?.textContent ?? "");
};
const rows = (caption: string): string[][] =>
  [...page.querySelectorAll(`#panel-state .wide[aria-label="${caption}"] tbody tr`)].map((row) =>
    [...row.querySelectorAll("th, td")].map(({ textContent }) => bare(textContent ?? "")),
  );

describe("the state of a house on a bad day", () => {
  it.each([
    ["Dead letters", "⚠ 2", 2, () => mail.test.house.main.hlen(key("dead"))],
    ["Being sent", "3", 3, () => mail.test.house.main.hlen(key("pend"))],
    ["Due and not taken", "4", 4, () => mail.test.house.main.zcount(key("due"), "-inf", seconds() + 1)],
    [
      "Open updates",
      "5",
      5,
      () => mail.test.house.main.hlen(openUpdatesKey(prefix, botOf(mail.test.house.config.env))),
    ],
  ] as const)("has in «%s» what Redis has: %s", async (name, told, count, inRedis) => {
    expect(await inRedis()).toBe(count);
    expect(figure(name)).toBe(told);
  });

  it("has the jobs that wait, in the figures and in the table of queues, and how long the oldest waits", async () => {
    const waiting = await mail.test.house.main.llen(waitingKey);
    expect(waiting).toBeGreaterThan(0);
    expect(figure("Jobs waiting")).toBe(String(waiting));
    expect(figure("Oldest waits")).toBe("2 minutes");
    expect(rows("Queues")[0]).toEqual(["Digests", String(waiting), "0", "0", "0", "2 minutes"]);
  });

  it("tells how late the oldest reader is who is due", async () => {
    const [, score] = await mail.test.house.main.zrange(key("due"), 0, 0, "WITHSCORES");
    const late = seconds() - slotOf(Number(score));
    expect(late).toBeGreaterThanOrEqual(1_800);
    expect(figure("Oldest due is late by")).toBe(`⚠ ${Math.round(late / 60)} minutes`);
  });

  it("tells the last tick, the memory, and what each process says of itself", () => {
    expect(figure("Last tick of the clock")).toMatch(/^\d seconds? ago$/);
    const [, told] = /^([\d.]+)\u00a0MB/.exec(figure("Memory of Redis")) ?? [];
    expect(Math.abs(Number(told) - bytes / 2 ** 20)).toBeLessThan(2);
    expect(rows("Live processes")).toEqual([["web+worker@a-host:4711", "64\u00a0MB", "12\u00a0ms"]]);
    const said = page.querySelector("#panel-state")?.textContent ?? "";
    expect(said).toContain("No clock process is alive");
    expect(said).not.toContain("No worker process is alive");
  });
});
