// The dashboard's figures are those of Redis, and words from outside stay words.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReadings } from "../../../src/articles/readings.ts";
import { createSeries, dayOf, hourOf } from "../../../src/schedule/series.ts";
import type { TestHouse } from "../../house.ts";
import { ask, openStand, openTestHouse, type Stand } from "./stand.ts";

const prefix = "{mujaz}:";
let stage: TestHouse;
let stand: Stand;
/** The instant at which the dashboard is looked at. */
let now: Date;
let page: ReturnType<typeof parseHTML>["document"];
const zone = "Africa/Cairo";
const hostile = `<img src=x onerror="alert('1')">`;

const readers: readonly (readonly [chat: number, settings: object])[] = [
  [101, { zone: "Africa/Cairo", topics: ["economy"] }],
  [102, { zone: "Africa/Cairo", topics: ["economy", "science"] }],
  [103, { zone: "Asia/Riyadh", topics: [] }],
  [104, { zone: "America/New_York", topics: ["science"], times: ["18:30"] }],
  [105, { zone: "Asia/Baghdad", topics: [hostile] }],
];

beforeAll(async () => {
  stage = await openTestHouse();
  const { house } = stage;
  const { main } = house;
  for (const [chat, settings] of readers) await stage.addReader(chat, settings);
  const gone = await stage.addReader(106);
  await house.agenda.retire(gone, "blocked");
  const series = createSeries(main, "mujaz", zone);
  // Yesterday's beginning, today's, and what came since.
  now = new Date();
  await main.hset(`${prefix}outcomes`, { sent: 40, empty: 2 });
  await series.note(new Date(now.getTime() - 86_400_000));
  await main.hset(`${prefix}outcomes`, { sent: 70, empty: 5 });
  await createSeries(main, "mujaz", zone).note(now);
  await stage.addReader(107, { zone: "Africa/Cairo", topics: ["sports"] });
  await main.hset(`${prefix}outcomes`, { sent: 81, empty: 6, late: 1, [hostile]: 3 });
  await series.countLeft();
  await main.hset(`${prefix}refs`, { "x-ads": 12, [hostile]: 3 });
  await main.hset(`${prefix}leaving`, { "too-many": 4, quality: 9 });
  const readings = createReadings(main, "mujaz");
  await readings.count("opened", ["economy"], dayOf(zone, now));
  await readings.count("opened", ["economy", hostile], dayOf(zone, new Date(now.getTime() - 86_400_000)));
  await readings.count("saved", ["science"], dayOf(zone, now));
  stand = await openStand(stage, () => now);
  const { status, text } = await ask(`${stand.address}/dashboard?lang=en`);
  expect(status).toBe(200);
  page = parseHTML(text).document;
});
afterAll(async () => {
  await stand?.close();
  await stage?.close();
});

/** Name → value of a panel's figures. */
function figures(panel: string): Record<string, string> {
  const all = [...page.querySelectorAll(`#panel-${panel} .figures > div`)];
  return Object.fromEntries(
    all.map((each) => [
      each.querySelector("dt")?.textContent ?? "",
      each.querySelector("dd")?.textContent ?? "",
    ]),
  );
}

/** First cell → the others, of the table behind a selector. */
function rows(selector: string): Record<string, readonly string[]> {
  const all = [...page.querySelectorAll(`${selector} tbody tr`)];
  return Object.fromEntries(
    all.map((row) => {
      const [first = "", ...others] = [...row.querySelectorAll("th, td")].map(
        ({ textContent }) => textContent ?? "",
      );
      return [first, others];
    }),
  );
}

const table = (panel: string, caption: string): string => `#panel-${panel} .wide[aria-label="${caption}"]`;

describe("the dashboard", () => {
  it("tells how many are due within the day, hour by hour and by zone, as the index has it", async () => {
    const { main } = stage.house;
    const due = await main.zrange(`${prefix}due`, 0, -1, "WITHSCORES");
    const scores = due.filter((_, index) => index % 2 === 1).map((score) => Math.floor(Number(score)));
    // The last hour that is told is the one 23 hours from now.
    const end = hourOf(now) + 24 * 3_600;
    const within = scores.filter((score) => score < end);
    expect(figures("deliveries")["Due within 24 hours"]).toBe(String(within.length));
    const hours = rows("#table-hours");
    const heads = [...page.querySelectorAll("#table-hours thead th")].map(({ textContent }) => textContent);
    expect(heads.slice(2)).toEqual(["Cairo", "New York", "Baghdad", "Riyadh"].toSorted(byCount));
    const sums = Object.values(hours)
      .map(([, ...zones]) => zones.map(Number))
      .reduce((sum, zones) => sum.map((each, index) => each + (zones[index] ?? 0)), [0, 0, 0, 0]);
    const inZone = (name: string) => sums[heads.slice(2).indexOf(name)];
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(within.length);
    expect(inZone("Cairo")).toBe(await countDue(end, [101, 102, 107]));
    expect(inZone("New York")).toBe(await countDue(end, [104]));
    const told = Object.values(hours).map(([, ...zones]) =>
      zones.reduce((sum, each) => sum + Number(each), 0),
    );
    for (const [index, count] of told.filter((each) => each > 0).entries())
      expect(count).toBe([...byHour(within)].toSorted(([a], [b]) => a - b)[index]?.[1]);
  });

  it("tells what was sent today, and how slots ended today and ever", () => {
    expect(figures("deliveries")["Sent today"]).toBe("11");
    const ends = rows(table("outcomes", "How slots ended"));
    expect(ends["Sent"]).toEqual(["11", "81"]);
    expect(ends["Nothing new"]).toEqual(["1", "6"]);
    expect(ends["Too late"]).toEqual(["1", "1"]);
    expect(ends["Blocked the bot or gone"]).toEqual(["0", "1"]);
    expect(ends[hostile]).toEqual(["3", "3"]);
    const days = Object.values(rows("#table-outcomes"));
    expect(days).toEqual([
      ["30", "3"],
      ["11", "5"],
    ]);
  });

  it("tells who there is, who came, who left and why", async () => {
    const { main } = stage.house;
    expect(figures("growth")).toEqual({
      "With a next digest": String(await main.zcard(`${prefix}due`)),
      "Known readers": String(await main.hlen(`${prefix}records`)),
      "New today": "1",
      "Left today": "1",
    });
    expect(rows(table("growth", "Where they came from"))).toEqual({ "x-ads": ["12"], [hostile]: ["3"] });
    const reasons = rows(table("growth", "Why they left"));
    expect(Object.values(reasons)).toEqual([["9"], ["4"]]);
  });

  it("tells which topics are opened, saved and chosen", () => {
    const read = rows("#table-read");
    expect(read["Economy"]).toEqual(["2", "0"]);
    expect(read["Science"]).toEqual(["0", "1"]);
    const chosen = rows("#table-chosen");
    expect([chosen["Economy"], chosen["Science"]]).toEqual([["2"], ["2"]]);
    expect(page.querySelector("#panel-topics")?.textContent).toContain("One reader follows all topics.");
  });

  it("tells that nothing runs where nothing does", () => {
    expect(figures("state")["Last tick of the clock"]).toContain("never");
    expect(page.querySelector("#panel-state")?.textContent).toContain("No worker process is alive");
  });

  it("shows words from outside as words, in charts and attributes too", () => {
    expect(page.querySelectorAll("img")).toHaveLength(0);
    expect(page.querySelectorAll("[onerror]")).toHaveLength(0);
    const chart = JSON.parse(
      page.querySelector("#chart-chosen [data-chart]")?.getAttribute("data-chart") ?? "{}",
    );
    expect(chart.labels.join()).toContain("onerror");
  });

  it("has a table for every chart, with the same figures", () => {
    const charts = [...page.querySelectorAll("[data-chart]")];
    expect(charts.length).toBeGreaterThanOrEqual(6);
    for (const place of charts) {
      const chart = JSON.parse(place.getAttribute("data-chart") ?? "{}");
      const told = [...page.querySelectorAll(`#table-${chart.id} tbody tr`)].map((row) =>
        [...row.querySelectorAll("td")].map(({ textContent }) =>
          textContent === "—" ? null : Number(textContent),
        ),
      );
      const drawn = chart.labels.map((_: string, index: number) =>
        chart.series.map(({ values }: { values: number[] }) => values[index]),
      );
      expect(told).toEqual(drawn);
    }
  });
});

/** Cairo has three readers; the others one each, in the order of their zones' names. */
const byCount = (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
const order = ["Cairo", "New York", "Baghdad", "Riyadh"];

function byHour(slots: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const slot of slots)
    counts.set(hourOf(new Date(slot * 1000)), (counts.get(hourOf(new Date(slot * 1000))) ?? 0) + 1);
  return counts;
}

async function countDue(end: number, chats: readonly number[]): Promise<number> {
  const { main, subscribers } = stage.house;
  const numbers = await Promise.all(chats.map((chat) => subscribers.numberOf(chat, null)));
  const scores = await Promise.all(numbers.map((number) => main.zscore(`${prefix}due`, String(number))));
  return scores.filter((score) => Number(score) < end).length;
}
