// SIGHUP: three processes on one Redis read config/ again, each for itself, while their bot goes on talking.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { runHere } from "../cli/desk.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { bare } from "./chat.ts";
import { type Running, root, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const token = `7${"0".repeat(8)}:${"Reload-marked-token-0123456789abcde"}`;
const patience = { timeout: 50_000, interval: 100 };

describe.skipIf(!hasRedisServer)("SIGHUP", { timeout: 180_000 }, () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let redis: TestRedis;
  let http: Http;
  let telegram: Playground;
  let env: Record<string, string>;
  const running: Running[] = [];

  // A library is renewed; the second line is what an editor will call furniture.
  const article =
    "تجديد المكتبة\n\nفتحت المكتبة أبوابها أمس بعد تجديد قاعاتها كلها.\n\nلوحة المواعيد معلقة عند المدخل.\n\nوتضم القاعة الجديدة ركناً للأطفال.\n";

  const configFile = (name: string): string => join(dir.path, "config", name);
  async function rewrite(name: string, from: string | RegExp, to: string): Promise<void> {
    const before = await readFile(configFile(name), "utf8");
    const after = before.replace(from, () => to);
    expect(after, name).not.toBe(before);
    await writeFile(configFile(name), after);
  }
  /** How often a process has told this event. */
  const told = ({ output }: Running, event: string): number =>
    output().split(`"event":"${event}"`).length - 1;
  async function hangUp(event: string): Promise<void> {
    const before = running.map((each) => told(each, event));
    for (const each of running) each.signal("SIGHUP");
    for (const [index, each] of running.entries())
      await expect.poll(() => told(each, event), patience).toBe((before[index] ?? 0) + 1);
  }
  const heard = (user: number): readonly string[] =>
    telegram
      .transcript(user)
      .filter(({ from }) => from === "bot")
      .map(({ text }) => bare(text));
  async function ask(user: number, words: string): Promise<string> {
    const before = heard(user).length;
    telegram.say(user, words);
    await expect.poll(() => heard(user).length, patience).toBeGreaterThan(before);
    return heard(user)[before] ?? "";
  }

  beforeAll(async () => {
    dir = await tempDir();
    await cp(join(root, "config"), join(dir.path, "config"), { recursive: true });
    await mkdir(join(dir.path, "content", "culture"), { recursive: true });
    await writeFile(join(dir.path, "content", "culture", "library.txt"), article);
    redis = await startRedis();
    const client = redis.connect();
    await client.ping();
    http = createHttp({ host: "127.0.0.1", port: 0, log: createLog({ level: "silent", format: "json" }) });
    telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
    telegram.register(http.app);
    env = {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: await http.listen(),
      REDIS_URL: String(client.options.path),
      CONFIG_DIR: join(dir.path, "config"),
      CONTENT_DIR: join(dir.path, "content"),
      DATA_DIR: join(dir.path, "data"),
      ADMIN_IDS: "1003",
    };
    running.push(...(await Promise.all(["web", "clock", "worker"].map((name) => startMujaz(env, [name])))));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await telegram.close();
    await http.close();
    await redis.close();
    await dir.dispose();
  });

  it("changes words, topics, rules and feeds in all three without a restart", async () => {
    expect(await ask(1, "/subscribe")).toContain("تم اشتراكك");
    expect(await ask(1, "/help")).toContain("ما الذي يمكنك طلبه");
    expect(await ask(1, "/topics")).toContain("الثقافة");
    expect(await ask(1, "/article 1")).toContain("لوحة المواعيد");

    await rewrite("messages/ar.ftl", /^help-title = .*$/m, "help-title = دليل القارئ"); // "the reader's guide"
    await rewrite("messages/ar.ftl", /^digest-title = .*$/m, "digest-title = نشرة { $day }"); // "bulletin"
    await rewrite("topics.yaml", "ar: الثقافة", "ar: الآداب"); // "letters"
    await rewrite(
      "boilerplate.yaml",
      /^rules:$/m,
      "rules:\n  - { id: board, where: anywhere, drops: line, pattern: '^لوحة المواعيد .{1,40}$', example: لوحة المواعيد هنا }", // "the board of dates"
    );
    await rewrite(
      "sources.yaml",
      "feeds: []",
      "feeds: [{ url: 'http://127.0.0.1:9/rss.xml', name: منارة الميناء }]", // an outlet of ours
    );
    await rewrite("mujaz.yaml", /times: .*$/m, 'times: ["18:45"]');
    await hangUp("config.reloaded");

    // web: words, topics, what new readers start with, and the feeds that operators see.
    expect(await ask(1, "/help")).toContain("دليل القارئ");
    expect(await ask(1, "/topics")).toContain("الآداب");
    expect(await ask(2, "/start")).toMatch(/[٦6]:[٤4][٥5]/);
    expect(await ask(3, "/feeds")).toContain("مصدر واحد"); // "one source"
    // clock: the unchanged file was read again under the new rule, and the feed of the file is asked.
    expect(await ask(1, "/article 1")).not.toContain("لوحة المواعيد");
    await expect.poll(() => running[1]?.output(), patience).toContain("منارة الميناء");
    // worker: what it sends is in the new words.
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    expect((await runHere(["send-due", "--at", tomorrow.toISOString()], { env })).stdout).toMatch(
      /^[12] claimed/,
    );
    await expect.poll(() => heard(1).some((text) => text.startsWith("نشرة ")), patience).toBe(true);
    expect(heard(1).filter((text) => text.startsWith("موجز "))).toEqual([]);
  });

  it("keeps what is in force when a file is wrong, names the line, and takes the mended file", async () => {
    await rewrite("messages/ar.ftl", "دليل القارئ", "دليل جديد"); // "a new guide": right, but not alone
    await rewrite("mujaz.yaml", /^ {2}items: 5.*$/m, "  itmes: 6");
    const line = (await readFile(configFile("mujaz.yaml"), "utf8")).split("\n").indexOf("  itmes: 6") + 1;
    await hangUp("config.kept");
    for (const { output } of running) {
      const refused = output()
        .split("\n")
        .find((line) => line.includes('"event":"config.refused"'));
      expect(JSON.parse(refused ?? "{}")).toMatchObject({
        level: "error",
        file: expect.stringMatching(/config\/mujaz\.yaml$/),
        line,
        message: 'unknown key "itmes"',
        mend: 'did you mean "items"?',
      });
    }
    expect(await ask(1, "/help")).toContain("دليل القارئ");
    await rewrite("mujaz.yaml", "itmes: 6", "items: 6");
    await hangUp("config.reloaded");
    expect(await ask(1, "/help")).toContain("دليل جديد");
  });

  it("leaves no connection behind, however often it is told", async () => {
    const count = async (): Promise<number> => {
      const list = String(await redis.connect().client("LIST"));
      return list.split("\n").filter((line) => /name=mujaz-/.test(line)).length;
    };
    const before = await count();
    for (const hour of ["05", "06", "07"]) {
      await rewrite("mujaz.yaml", /times: .*$/m, `times: ["${hour}:00"]`);
      await hangUp("config.reloaded");
    }
    expect(await count()).toBe(before);
  });

  it("still ends in order with status 0", async () => {
    expect(await Promise.all(running.map((each) => each.stop()))).toEqual([0, 0, 0]);
    for (const { output } of running) expect(output()).not.toMatch(/part-failed|config\.failed|stop\.failed/);
  });
});
