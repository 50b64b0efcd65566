// An update is done once it is answered, also where Redis goes while the answer waits for its turn: until then it is kept.
import { expect, it } from "vitest";
import { openIntake } from "../../src/processes/intake.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { message, tap } from "../bot/crew.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { bare } from "../e2e/chat.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

const soon = { timeout: 20_000, interval: 20 };

it.skipIf(!hasRedisServer)(
  "a command and a button stay open over an outage until they are answered",
  async ({ onTestFinished }) => {
    const redis = await startDurableRedis();
    const test = await openTestHouse({ SEND_RATE: "0" }, redis);
    onTestFinished(() => test.close());
    const { house, playground } = test;
    const bot = createTelegraf(house.config.env);
    bot.botInfo = await bot.telegram.getMe();
    const search = house.openSearch();
    onTestFinished(() => search.close());
    const intake = openIntake(house);
    intake.begin(openMouth(house, bot, undefined, search));
    onTestFinished(() => intake.close());
    const client = redis.connect();
    const open = async (): Promise<number> => {
      const [key] = await client.keys("{mujaz}:updates:*:open");
      return key === undefined ? 0 : client.hlen(key);
    };
    const said = (user: number): readonly string[] =>
      playground.transcript(user).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));

    // The rate has stopped everybody: what is ready waits for its turn to be sent, over the outage too.
    const stopMs = 8_000;
    await client.set("{mujaz}:pace:stop", "1", "PX", stopMs);
    await intake.take(message(1, 1001));
    await intake.take(tap(2, 1002, "do:help"));
    await expect.poll(open, soon).toBe(2);
    // Both have come to the point where they wait.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await redis.kill();
    await expect.poll(() => said(1), soon).toEqual([expect.stringMatching(/^نعود بعد قليل/)]);
    await redis.start();
    await expect.poll(() => house.main.status, soon).toBe("ready");
    expect(await client.pttl("{mujaz}:pace:stop")).toBeGreaterThan(1_000);
    for (const user of [1, 2]) expect(said(user).filter((text) => text.includes("/digest"))).toEqual([]);
    expect(await open()).toBe(2);
    await expect.poll(open, soon).toBe(0);
    for (const user of [1, 2]) expect(said(user).filter((text) => text.includes("/digest"))).toHaveLength(1);
  },
  60_000,
);
