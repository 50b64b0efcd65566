// Bad input: unknown words, numbers and topics, an empty folder, broken files, wrong config, a port in use.
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../cli/desk.ts";
import { bare, type Chat, openChat } from "./chat.ts";
import { freePort, type Running, root, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer, pathWithoutRedis } from "./tools.ts";

/** Where there is no redis-server, all this works on the in-process one as well. */
let dir: Awaited<ReturnType<typeof tempDir>>;
/** One on the sample content, one on an empty folder, one on broken files: a start takes seconds, so they start at once. */
let mujaz: Running;
let onEmpty: Running;
let onBroken: Running;
beforeAll(async () => {
  dir = await tempDir();
  const at = (name: string): string => join(dir.path, name);
  await mkdir(at("empty"));
  await writeBroken(at("broken"));
  [mujaz, onEmpty, onBroken] = await Promise.all([
    startMujaz({ DATA_DIR: at("owned") }),
    startMujaz({ DATA_DIR: at("empty-data"), CONTENT_DIR: at("empty") }),
    startMujaz({ DATA_DIR: at("broken-data"), CONTENT_DIR: at("broken") }),
  ]);
});
afterAll(async () => {
  await Promise.all([mujaz.stop(), onEmpty.stop(), onBroken.stop()]);
  await dir.dispose();
});

/** One good file and two that cannot be read. */
async function writeBroken(content: string): Promise<void> {
  const put = (name: string, text: string): Promise<void> => writeFile(join(content, "science", name), text);
  await mkdir(join(content, "science"), { recursive: true });
  await put("good.txt", "خبر سليم\n\nهذه فقرة سليمة تكفي لتكون خبراً كاملاً في القائمة.\n");
  await put("bad.md", "---\ntitle: عنوان\ndate: not-a-date\n---\n\nنص الخبر هنا.\n");
  await put("bad.json", '{\n  "title": "x",\n  "text": \n}\n');
}

describe("a reader's bad input", () => {
  let chat: Chat;
  beforeAll(() => {
    chat = openChat(mujaz.address);
  });

  it.each([
    ["/nosuch", /^لا أعرف هذا الأمر\.\nكل الأوامر: \/help$/],
    ["كيف الطقس؟", /^لم أفهم هذه الكلمات\.[\s\S]*\/digest[\s\S]*\/latest[\s\S]*\/help$/],
    ["/article 9999", /^لا خبر بالرقم ٩٩٩٩\.\nالأرقام المتاحة من ١ إلى [٠-٩]+، وأحدثها في \/latest$/],
    ["/article abc", /^اكتب رقم الخبر بعد الأمر، مثل \/article \d+\nلرؤية الأرقام: \/latest$/],
    ["/article", /^اكتب رقم الخبر بعد الأمر/],
    ["/article -1", /^اكتب رقم الخبر بعد الأمر/],
    ["/a99999999999", /^لا خبر بالرقم ٩٩٩٩٩٩٩٩٩٩٩/],
    ["/latest xyz", /^لا أعرف موضوعاً باسم «xyz»\.\nالمواضيع المتاحة: .*الاقتصاد.*الثقافة/],
    ["/latest <b>", /^لا أعرف موضوعاً باسم «<b>»/],
    ["/article ٣", /\/a3/],
    ["/latest اقتصاد", /^أحدث الأخبار: الاقتصاد/],
    ["/latest health", /^أحدث الأخبار: الصحة/],
    ["/t_science", /^أحدث الأخبار: العلوم/],
  ])("%s gets a helpful answer", async (text, expected) => {
    expect(bare((await chat.ask(text)).text)).toMatch(expected);
  });

  it("answers an old or forged button politely", async () => {
    const { messageId } = await chat.ask("/settings");
    const press = (data: string): Promise<Response> =>
      fetch(`${mujaz.address}/playground/api/press`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ user: 1, messageId, data }),
      });
    for (const data of [
      "",
      "nosuch:1",
      "zone:atlantis",
      "length:huge",
      "time:s.new.99:99",
      "full:x",
      "do:nosuch",
    ]) {
      expect((await press(data || "x")).status).toBe(200);
    }
    expect(bare((await chat.ask("/settings")).text)).toContain("المنطقة الزمنية: القاهرة");
    expect(mujaz.output()).not.toContain("handler.failed");
  });
});

describe("an operator's bad input", () => {
  it("runs on an empty folder, and says that there is nothing yet", async () => {
    const content = join(dir.path, "empty");
    const chat = openChat(onEmpty.address);
    for (const command of ["/latest", "/digest", "/article 1"]) {
      expect(bare((await chat.ask(command)).text)).toBe("لا أخبار بعد. تظهر هنا ما إن تصل.");
    }
    expect(onEmpty.output()).toContain("Articles: none yet");
    // A file that comes later is there without a restart.
    await mkdir(join(content, "science"));
    await writeFile(
      join(content, "science", "one.txt"),
      "عنوان جديد\n\nوصل الخبر الأول إلى المجلد بعد بدء التشغيل بقليل.\n",
    );
    await expect
      .poll(async () => (await chat.ask("/latest")).text, { timeout: 15_000 })
      .toContain("عنوان جديد");
  });

  it("names broken files with line and mend, and loads the rest", async () => {
    expect(onBroken.output()).toMatch(/Articles: 1 article /);
    expect(onBroken.output()).toMatch(/Not loaded: 2/);
    expect(onBroken.output()).toMatch(/science\/bad\.md:3: .*\n\s+mend: /);
    expect(onBroken.output()).toMatch(/science\/bad\.json:4: .*\n\s+mend: /);
  });

  it("refuses wrong config with every fault, its file, line and mend, and status 1", async () => {
    const config = join(dir.path, "config");
    await mkdir(config);
    await writeFile(join(config, "mujaz.yaml"), "bot:\n  zone: Africa/Kairo\ndefaults:\n  itmes: 5\n");
    const { status, stderr } = await runHere(["start"], { env: { CONFIG_DIR: config, PORT: "70000" } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/mujaz\.yaml:2: .*Africa\/Kairo/);
    expect(stderr).toMatch(/mujaz\.yaml:4: .*itmes/);
    expect(stderr).toMatch(/items/);
    expect(stderr).toMatch(/PORT/);
    expect(stderr.match(/mend: /g)?.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [["start", "wbe"], /There is no process "wbe"/],
    [["summarize", "--sentences", "none"], /no number/],
    [
      [
        "schedule",
        "--zone",
        "Africa/Kairo",
        "--times",
        "07:00",
        "--from",
        "2026-01-01",
        "--to",
        "2026-01-02",
      ],
      /Africa\/Kairo/,
    ],
    [["nosuch"], /unknown command/],
    [["preview", "--format", "pdf"], /html, text, json/],
  ])("%j is wrong usage: status 2", async (args, expected) => {
    const { status, stderr } = await runHere(args);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});

// From here on processes that a test needs for itself: they start, wait for what others hold, and end at the same time.

describe.concurrent("a port", () => {
  it("says which port is in use and how to change it", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const env = { PORT: String(port), DATA_DIR: join(dir.path, "port") };
    const { status, stderr } = await runMujaz(["start"], { env });
    await new Promise((resolve) => other.close(resolve));
    expect(status).toBe(1);
    expect(stderr).toContain(String(port));
    expect(stderr).toMatch(/mend: .*PORT=/);
  });
});

describe.concurrent("without redis-server on PATH", () => {
  it("says in one line that nothing outlives the process, and works", async () => {
    // Five articles are enough: the in-process Redis is slow.
    const mujaz = await startMujaz({
      DATA_DIR: join(dir.path, "ephemeral"),
      CONTENT_DIR: join(root, "content", "culture"),
      PATH: pathWithoutRedis,
    });
    expect(mujaz.output()).toMatch(/^State: .*(nothing|lost|outlive)/m);
    const chat = openChat(mujaz.address);
    await chat.ask("/subscribe");
    expect((await chat.ask("/digest")).text.match(/\/a\d+/g)).toHaveLength(5);
    expect(await mujaz.stop()).toBe(0);
  });

  it("refuses a real bot unless ALLOW_EPHEMERAL=1", async () => {
    const token = `123456789:${"A".repeat(35)}`;
    const env = { DATA_DIR: join(dir.path, "real"), PATH: pathWithoutRedis, BOT_TOKEN: token };
    const { status, stderr } = await runMujaz(["start"], { env });
    expect(status).toBe(1);
    expect(stderr).toContain("ALLOW_EPHEMERAL=1");
    expect(stderr).not.toContain(token);
  });
});

describe.skipIf(!hasRedisServer).concurrent("one data folder", () => {
  it("has one owner: a second start says so and ends with 1", async () => {
    const data = join(dir.path, "owned");
    const { status, stderr } = await runMujaz(["start"], {
      env: { DATA_DIR: data, PORT: String(await freePort()) },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/mend: /);
    expect(stderr).toContain("owned");
  });

  it("outlives a kill -9: the server that lives on is found again, and the readers with it", async ({
    expect,
  }) => {
    const env = { DATA_DIR: join(dir.path, "broken-data"), CONTENT_DIR: join(dir.path, "broken") };
    await openChat(onBroken.address).ask("/subscribe");
    await onBroken.kill();
    const second = await startMujaz({ ...env, PORT: String(onBroken.port) });
    // What was being done at the kill may be done again, and be answered first.
    const chat = openChat(second.address);
    const settings = async (): Promise<string> => bare((await chat.ask("/settings")).text);
    await expect.poll(settings, { timeout: 20_000 }).toContain("الاشتراك: فعّال");
    expect(await second.stop()).toBe(0);
  });
});

it("keeps the sample content free of faults", async () => {
  const { stdout, status } = await runHere(["ingest", "--once"], {
    env: { DATA_DIR: join(dir.path, "content"), CONTENT_DIR: join(root, "content") },
  });
  expect(stdout).toMatch(/ 0 rejected/);
  expect(status).toBe(0);
});
