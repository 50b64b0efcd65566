// What a clock does beside its ticks, through a whole one: it reads content and feeds and counts them, and the night's
// erasure takes who has been gone for long.
import { afterAll, beforeAll, expect, it } from "vitest";
import { startClock } from "../../src/processes/clock.ts";
import { startMetering } from "../../src/processes/metering.ts";
import { openMonitor } from "../../src/processes/monitor.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createRegister, feedId } from "../../src/sources/register.ts";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";

const dayMs = 86_400_000;
let [config, server, test, http, monitor]: [
  FeedConfig?,
  WebServer?,
  TestHouse?,
  Http?,
  ReturnType<typeof openMonitor>?,
] = [];
const routes: Record<string, Route> = {};

beforeAll(async () => {
  server = await startWebServer(routes);
  config = await makeFeedConfig();
  test = await openTestHouse(config.env);
  http = createHttp({ host: "127.0.0.1", port: 0, log: test.house.log });
  monitor = openMonitor(test.house, http.app);
});
afterAll(async () => {
  monitor?.close();
  await http?.close();
  await test?.close();
  await server?.close();
  await config?.dispose();
});

/** The series that begin so, with their values, as `/metrics` has them. */
async function metrics(beginning: string): Promise<Readonly<Record<string, number>>> {
  const { body = "" } = (await http?.app.inject({ url: "/metrics", headers: { host: "127.0.0.1" } })) ?? {};
  const lines = body.split("\n").filter((line) => line.startsWith(beginning));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
}

it("a clock reads the content and the feeds, counts them, and erases who left 90 days ago", async () => {
  if (test === undefined || server === undefined) throw new Error("The house is not open");
  const { house, addReader } = test;
  const { main } = house;
  const [gone, leaving] = [await addReader(2001), await addReader(2002)];
  for (const [number, days] of [
    [gone, 91],
    [leaving, 89],
  ] as const) {
    await house.agenda.retire(number, "blocked");
    await main.zadd("{mujaz}:inactive", Math.floor((Date.now() - days * dayMs) / 1000), String(number));
  }
  const addFeed = async (path: string): Promise<string> => {
    const url = `${server?.origin}${path}`;
    await createRegister(main, "mujaz", []).add({
      url,
      name: "وكالة ضفاف", // an invented agency
      topics: [],
      fullText: "never",
      intervalMinutes: 10,
    });
    return feedId(url);
  };
  routes["/news"] = { body: rssOf(server.origin, [entryOf(1), entryOf(2), entryOf(3)]) };
  routes["/away"] = { status: 500 };
  const [news, away] = [await addFeed("/news"), await addFeed("/away")];

  const metering = startMetering(house, ["clock"]);
  const clock = await startClock(house);
  await expect.poll(() => house.subscribers.byNumber(gone), { timeout: 20_000 }).toBeUndefined();
  const polls = () => metrics("mujaz_source_polls_total");
  await expect.poll(async () => Object.keys(await polls()).length, { timeout: 20_000 }).toBe(2);
  await clock.close();
  await metering.close();

  expect(await house.subscribers.byNumber(leaving)).toMatchObject({ status: "inactive" });
  expect(await polls()).toEqual({
    [`mujaz_source_polls_total{source="${news}",outcome="read"}`]: 1,
    [`mujaz_source_polls_total{source="${away}",outcome="failed"}`]: 1,
  });
  expect(await metrics("mujaz_documents_total")).toEqual({
    [`mujaz_documents_total{source="${news}",outcome="new"}`]: 3,
  });
  expect(
    (await metrics("mujaz_summary_duration_seconds_count"))["mujaz_summary_duration_seconds_count"],
  ).toBe(3);
  const memory = (await metrics("mujaz_redis_memory_used_bytes"))["mujaz_redis_memory_used_bytes"];
  expect(memory).toBeGreaterThan(500_000);
  expect(memory).toBeLessThan(500_000_000);
});
