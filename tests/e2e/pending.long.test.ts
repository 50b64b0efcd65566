// What readers wrote while the bot was off is answered at the next start, or thrown away where that was chosen; real processes.
import { describe, it, type TestContext } from "vitest";
import { openPendingStand, type PendingStand } from "./pendingStand.ts";
import { hasRedisServer } from "./tools.ts";

const url = "https://bot.example.org/hooks/mujaz";
const byWebhook = { WEBHOOK_URL: url, WEBHOOK_SECRET: "pending-secret" };
const person = 1;
/** The first lines of the answers to /help and /topics. */
const [help, topics] = [/ما الذي يمكنك طلبه/, /المواضيع/];

async function open(isDropping: boolean, { onTestFinished }: TestContext): Promise<PendingStand> {
  const stand = await openPendingStand(isDropping);
  onTestFinished(() => stand.close());
  return stand;
}
const answer = ({ telegram }: PendingStand, to: RegExp): Promise<unknown> =>
  telegram.waitFor(person, ({ from, text }) => from === "bot" && to.test(text));

describe.skipIf(!hasRedisServer).concurrent("what waited at Telegram before the start", () => {
  it("is answered by long polling, once", async (context) => {
    const { expect } = context;
    const stand = await open(false, context);
    stand.telegram.say(person, "/help");
    const mujaz = await stand.start();
    await answer(stand, help);
    stand.telegram.say(person, "/topics");
    await answer(stand, topics);
    expect(await mujaz.stop()).toBe(0);
    expect(stand.said(person)).toEqual([expect.stringMatching(help), expect.stringMatching(topics)]);
    expect(await stand.webhook()).toMatchObject({ pending_update_count: 0 });
  });

  it("is thrown away by long polling where that was chosen, and what comes later is answered", async (context) => {
    const { expect } = context;
    const stand = await open(true, context);
    stand.telegram.say(person, "/help");
    const mujaz = await stand.start();
    // The webhook is removed, and what waits thrown away, before the first request for updates.
    await expect.poll(() => stand.webhook(), { timeout: 20_000 }).toMatchObject({ pending_update_count: 0 });
    stand.telegram.say(person, "/topics");
    await answer(stand, topics);
    expect(await mujaz.stop()).toBe(0);
    expect(stand.said(person)).toEqual([expect.stringMatching(topics)]);
  });

  it("is left for the webhook, and for long polling after it: each way sets up and clears away its own", async (context) => {
    const { expect } = context;
    const stand = await open(false, context);
    const polling = await stand.start();
    stand.telegram.say(person, "/topics");
    await answer(stand, topics);
    await polling.stop();
    expect(await stand.webhook()).toMatchObject({ url: "", pending_update_count: 0 });

    stand.telegram.say(person, "/help");
    const hooked = await stand.start(byWebhook);
    expect(hooked.output()).toContain("is listening by webhook");
    expect(await stand.webhook()).toMatchObject({ url, pending_update_count: 1 });
    expect(await hooked.stop()).toBe(0);
    // A stop is no switch: Telegram keeps what comes for the next start.
    expect(await stand.webhook()).toMatchObject({ url, pending_update_count: 1 });

    const back = await stand.start();
    await answer(stand, help);
    await back.stop();
    expect(back.output()).toContain("webhook.removed");
    expect(back.output()).not.toContain("/hooks/mujaz");
    expect(await stand.webhook()).toMatchObject({ url: "", pending_update_count: 0 });
    expect(stand.said(person)).toEqual([expect.stringMatching(topics), expect.stringMatching(help)]);
  });

  it("is thrown away by webhook where that was chosen, and what comes later is kept", async (context) => {
    const { expect } = context;
    const stand = await open(true, context);
    stand.telegram.say(person, "/help");
    const hooked = await stand.start(byWebhook);
    expect(await stand.webhook()).toMatchObject({ url, pending_update_count: 0 });
    stand.telegram.say(person, "/topics");
    expect(await stand.webhook()).toMatchObject({ url, pending_update_count: 1 });
    expect(await hooked.stop()).toBe(0);
    expect(stand.said(person)).toEqual([]);
  });
});
