// A Telegram that outlives the processes of a bot, for what waits there while none runs, and a configuration of each test's own.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { makeFeedConfig } from "../feedConfig.ts";
import { type Running, startMujaz } from "./server.ts";

export interface PendingStand {
  readonly telegram: Playground;
  /** With `bot.dropPendingUpdates` as it was chosen. */
  start(env?: Readonly<Record<string, string>>, args?: readonly string[]): Promise<Running>;
  /** What the bot has said to this person of the playground. */
  said(user: number): readonly string[];
  /** getWebhookInfo. */
  webhook(): Promise<{ readonly url: string; readonly pending_update_count: number }>;
  close(): Promise<void>;
}

/** The shape of a real token, and nobody's. */
const token = `7${"0".repeat(8)}:${"Pending-token-0123456789abcdefghijk"}`;

export async function openPendingStand(isDropping: boolean): Promise<PendingStand> {
  const config = await makeFeedConfig();
  const settings = join(config.path, "config", "mujaz.yaml");
  const yaml = await readFile(settings, "utf8");
  if (!yaml.includes("dropPendingUpdates: false")) throw new Error("config/mujaz.yaml has another default");
  await writeFile(settings, yaml.replace("dropPendingUpdates: false", `dropPendingUpdates: ${isDropping}`));
  const content = join(config.path, "content", "culture");
  await mkdir(content);
  // One article: /latest has something to show, and a start costs little.
  await writeFile(join(content, "library.txt"), "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها.\n"); // a library is renewed
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
  telegram.register(http.app);
  const apiRoot = await http.listen();
  const running: Running[] = [];
  return {
    telegram,
    async start(env = {}, args = []) {
      const given = { ...config.env, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, ...env };
      const one = await startMujaz(given, args);
      running.push(one);
      return one;
    },
    said: (user) =>
      telegram
        .transcript(user)
        .flatMap(({ from, text }) => (from === "bot" ? [text.split("\n")[0] ?? ""] : [])),
    async webhook() {
      const answer = await fetch(`${apiRoot}/bot${token}/getWebhookInfo`);
      return ((await answer.json()) as { result: { url: string; pending_update_count: number } }).result;
    },
    async close() {
      // A test that failed in the middle leaves none behind; one that has ended is ended at once.
      await Promise.all(running.map((one) => one.stop()));
      await telegram.close();
      await http.close();
      await config.dispose();
    },
  };
}
