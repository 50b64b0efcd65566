// The clock itself: a time two minutes ahead, and the digest comes by itself, with and without a Redis server.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { bare, openChat } from "./chat.ts";
import { root, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer, pathWithoutRedis } from "./tools.ts";

/** A raw scrape that lies beside the checkout on a developer's machine; our own scrapes are in content/. */
const seed = join(dirname(root), "shared", "seed");

const wall = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Cairo", hour: "2-digit", minute: "2-digit" }).format(
    at,
  );

async function awaitScheduled(
  env: Record<string, string>,
): Promise<{ scheduled: string; transcript: string }> {
  const mujaz = await startMujaz(env);
  try {
    const chat = openChat(mujaz.address);
    await chat.ask("/start");
    await chat.press("اشترك");
    // The first digest comes at once; what is awaited below is the scheduled one.
    const { messageId: first } = await chat.waitFor(({ text }) => bare(text).startsWith("موجز "));
    await chat.ask("/settings");
    await chat.press("الوقت");
    await chat.press("٧:٠٠ صباحاً");
    const due = new Date(Math.floor((Date.now() + 125_000) / 60_000) * 60_000);
    const saved = await chat.ask(wall(due));
    expect(bare(saved.text)).toMatch(/^حُفظ الوقت/);
    const digests = async (): Promise<readonly { text: string }[]> =>
      (await chat.messages()).filter(
        ({ from, text, messageId }) => from === "bot" && messageId > first && bare(text).startsWith("موجز "),
      );
    await expect.poll(async () => (await digests()).length, { timeout: 200_000, interval: 500 }).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime());
    // The next tick must not send it again.
    const nextTick = due.getTime() + 65_000;
    await expect.poll(() => Date.now() > nextTick, { timeout: 80_000, interval: 1_000 }).toBe(true);
    expect(await digests()).toHaveLength(1);
    const messages = (await chat.messages()).map(
      ({ from, text }) => `${from === "bot" ? "<<" : ">>"} ${bare(text)}`,
    );
    return { scheduled: (await digests())[0]?.text ?? "", transcript: messages.join("\n") };
  } finally {
    await mujaz.stop();
  }
}

it.skipIf(!hasRedisServer)("arrives by itself at the chosen minute, once", async () => {
  const dir = await tempDir();
  const { scheduled } = await awaitScheduled({ DATA_DIR: join(dir.path, "data") });
  expect(scheduled.match(/\/a\d+/g)).toHaveLength(5);
  await dir.dispose();
});

it("arrives on the in-process Redis as well", async () => {
  const dir = await tempDir();
  const { scheduled } = await awaitScheduled({ DATA_DIR: join(dir.path, "data"), PATH: pathWithoutRedis });
  expect(scheduled.match(/\/a\d+/g)).toHaveLength(5);
  await dir.dispose();
});

if (!existsSync(seed)) console.log("skipped: there is no raw scrape beside this checkout");
it.skipIf(!existsSync(seed) || !hasRedisServer)("holds a raw scrape, clean", async () => {
  const dir = await tempDir();
  const content = join(dir.path, "content");
  mkdirSync(content);
  cpSync(seed, content, { recursive: true });
  const env = { DATA_DIR: join(dir.path, "data"), CONTENT_DIR: content };
  const { scheduled, transcript } = await awaitScheduled(env);
  console.log(transcript);
  const shown = await runMujaz(["articles", "show", "1", "--json"], { env });
  const article = JSON.parse(shown.stdout) as {
    title: string;
    text: string;
    summary: { sentences: { text: string; start: number; end: number }[] };
  };
  expect(bare(scheduled).split(article.title)).toHaveLength(2);
  const chosen = article.summary.sentences.slice(0, 3);
  expect(chosen).toHaveLength(3);
  for (const { text, start, end } of chosen) {
    expect(article.text.slice(start, end)).toBe(text);
    expect(bare(scheduled)).toContain(text);
  }
  expect(article.text).not.toMatch(/الأكثر قراءة|No stories found|logo|www\./);
  await dir.dispose();
});
