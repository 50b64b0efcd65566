// /readyz and /metrics of a real house: each part that is not ready is named, and what happens is counted.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startMetering } from "../../src/processes/metering.ts";
import { openMonitor } from "../../src/processes/monitor.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createTickMark } from "../../src/schedule/tickMark.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let http: Http;
let monitor: ReturnType<typeof openMonitor>;
const bot = () => createTelegraf(test.house.config.env);

beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
  http = createHttp({ host: "127.0.0.1", port: 0, log: test.house.log });
  monitor = openMonitor(test.house, http.app);
});
afterAll(async () => {
  monitor.close();
  await http.close();
  await test.close();
});

const ready = async () => {
  const { statusCode, json } = await http.app.inject("/readyz");
  const { checks } = json() as { readonly checks: Readonly<Record<string, { readonly ok: boolean }>> };
  return [statusCode, ...Object.keys(checks).filter((name) => checks[name]?.ok !== true)];
};

/** The value of a series as `/metrics` has it; undefined where it is not there. */
async function metric(series: string): Promise<number | undefined> {
  const { body } = await http.app.inject({ url: "/metrics", headers: { host: "127.0.0.1" } });
  const line = body.split("\n").find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

describe("a house that is watched", () => {
  it("is ready when Telegram has spoken and a clock has ticked, and names what is missing before", async () => {
    expect(await ready()).toEqual([503, "telegram", "clock"]);
    await createTickMark(test.house.main, "mujaz").note();
    expect(await ready()).toEqual([503, "telegram"]);
    monitor.watch(bot());
    expect(await ready()).toEqual([200]);
    expect(await metric("mujaz_clock_last_tick_timestamp_seconds")).toBeGreaterThan(1_700_000_000);
    await test.house.main.set("{mujaz}:clock:tick", 1_700_000_000);
    expect(await ready()).toEqual([503, "clock"]);
    await createTickMark(test.house.main, "mujaz").note();
  });

  it("counts a digest from the claim to the send, and what an update took", async () => {
    const { house, playground, addReader } = test;
    const metering = startMetering(house, ["web", "clock", "worker"]);
    const member = await addReader(1003);
    const slot = Math.floor(Date.now() / 1000) - 20;
    await house.agenda.dueNow(member, slot);
    expect(await metric("mujaz_due_readers")).toBe(1);
    expect(await metric("mujaz_due_lag_seconds")).toBeGreaterThanOrEqual(20);

    const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
    await createTick(house, queue)(null);
    expect(await metric('mujaz_queue_jobs{queue="digests",state="wait"}')).toBe(1);
    expect(await metric("mujaz_pending_slots")).toBe(1);
    const [id] = await house.main.lrange("{mujaz}:jobs:digests:wait", 0, 0);
    await house.main.hset(`{mujaz}:jobs:digests:${id}`, "timestamp", Date.now() - 700_000);
    expect(await metric('mujaz_queue_oldest_seconds{queue="digests"}')).toBeGreaterThanOrEqual(700);
    expect(await ready()).toEqual([503, "queue"]);

    const worker = startWorker(house);
    await playground.waitFor(3, ({ from }) => from === "bot");
    await expect.poll(() => metric("mujaz_pending_slots"), { timeout: 20_000 }).toBe(0);
    await worker.close();
    await queue.close();
    expect(await ready()).toEqual([200]);

    const telegraf = bot();
    telegraf.botInfo = await telegraf.telegram.getMe();
    const search = house.openSearch();
    const { handle } = openMouth(house, telegraf, undefined, search);
    playground.say(1, "/help");
    for (const update of await telegraf.telegram.getUpdates(0, 100, 0, undefined)) await handle(update);
    await search.close();

    const alive = async () => metric('mujaz_processes{role="worker"}');
    await expect.poll(alive, { timeout: 20_000 }).toBe(1);
    await metering.close();
    expect(await metric('mujaz_processes{role="worker"}')).toBe(0);
    const about = { delay: "mujaz_digest_delay_seconds", update: "mujaz_update_duration_seconds" };
    expect({
      claimed: await metric("mujaz_claimed_slots_total"),
      sent: await metric('mujaz_sends_total{purpose="digest",outcome="sent"}'),
      ended: await metric('mujaz_slots_total{outcome="sent"}'),
      updates: await metric('mujaz_updates_total{type="message"}'),
      replies: await metric('mujaz_sends_total{purpose="reply",outcome="sent"}'),
      delays: await metric(`${about.delay}_count`),
      early: await metric(`${about.delay}_bucket{le="15"}`),
      handled: await metric(`${about.update}_count{type="message"}`),
    }).toEqual({ claimed: 1, sent: 1, ended: 1, updates: 1, replies: 1, delays: 1, early: 0, handled: 1 });
  });

  it("answers a scrape without Redis by what the process knows itself", async () => {
    test.house.main.disconnect();
    await expect.poll(() => test.house.main.status).toBe("end");
    expect(await metric("mujaz_redis_up")).toBe(0);
    expect(await metric("mujaz_telegram_up")).toBe(1);
    expect(await metric("mujaz_due_readers")).toBeUndefined();
    expect(await metric("process_start_time_seconds")).toBeGreaterThan(0);
    expect(await ready()).toEqual([503, "redis", "clock", "queue"]);
  });
});
