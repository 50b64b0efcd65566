// The commands for feeds on a whole house: what they print, their exit statuses, and the mend of each mistake.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedId } from "../../src/sources/register.ts";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";
import { runOn } from "./desk.ts";

const routes: Record<string, Route> = {};
let server: WebServer;
let config: FeedConfig;
let test: TestHouse;
beforeAll(async () => {
  server = await startWebServer(routes);
  const listed = `\n  - url: ${server.origin}/listed\n    name: المكتوبة في الإعدادات\n    topics: [economy]`; // "written in the settings"
  config = await makeFeedConfig(listed);
  test = await openTestHouse(config.env);
});
afterAll(async () => {
  await test.close();
  await server.close();
  await config.dispose();
});

const mujaz = (...args: string[]) => runOn(test.house, ...args);
const sources = (...args: string[]) => mujaz("sources", ...args);
const at = (path: string): string => server.origin + path;
const feed = (...numbers: number[]): Route => ({
  body: rssOf(
    server.origin,
    numbers.map((number) => entryOf(number)),
  ),
});

describe("mujaz sources", () => {
  it("says what there is: the feeds of config, not read yet", async () => {
    const { stdout, status } = await sources("list");
    expect(stdout).toBe(
      `${feedId(at("/listed"))}  المكتوبة في الإعدادات (config/sources.yaml; economy)\n  ${at("/listed")}\n  not read yet; 0 articles so far\n`,
    );
    expect(status).toBe(0);
  });

  it("tries a feed without keeping anything of it", async () => {
    routes["/feed"] = feed(1, 2);
    const { stdout, status } = await sources("test", at("/feed"), "--limit", "1");
    expect(stdout).toContain("أخبار: rss, 2 entries\n"); // "news"
    expect(stdout).toContain(entryOf(1).title);
    expect(stdout).toMatch(/120 words in \d+ paragraphs/);
    expect(stdout).not.toContain(entryOf(2).title);
    expect(status).toBe(0);
    expect((await sources("list")).stdout).not.toContain("/feed");
  });

  it("adds a feed under its own title, and lets it be read, listed, switched off and on, and removed", async () => {
    const added = await sources("add", at("/feed"), "--topics", "economy", "--interval", "30");
    expect(added).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Added: أخبار\. It is read within a minute/),
    });
    routes["/listed"] = { status: 404 };
    const read = await mujaz("ingest");
    expect(read.stdout).toContain(`أخبار (${at("/feed")}): 2 new, 0 updated`);
    expect(read.stdout).toMatch(
      /المكتوبة في الإعدادات .*: not read: there is nothing at this address \(404\)\.\n {4}mend: /,
    );
    expect(read.status).toBe(1);
    const [, json] = JSON.parse((await sources("list", "--json")).stdout) as object[];
    expect(json).toMatchObject({
      name: "أخبار",
      topics: ["economy"],
      intervalMinutes: 30,
      brought: 2,
      failures: 0,
      from: "added",
    });
    expect(json).not.toHaveProperty("isOffTold");
    expect((await sources("list")).stdout).toMatch(/failed 1 times in a row, last .*\n {4}mend: /);

    expect(await sources("off", "أخبار")).toMatchObject({ status: 0, stdout: "Off: أخبار.\n" });
    expect((await sources("list")).stdout).toContain(
      "OFF: switched off by hand\n    mend: mujaz sources on ",
    );
    expect((await mujaz("ingest")).stdout).toMatch(
      /أخبار .*: off \(switched off by hand\)\n {4}mend: mujaz sources on /,
    );
    const id = feedId(at("/feed"));
    const remembered = () => test.house.main.keys(`*${id}*`);
    expect(await remembered()).toEqual(expect.arrayContaining([expect.stringContaining(":articles:lines:")]));
    // As it is copied out of the bot's message, between marks of direction.
    expect(await sources("on", `\u2068${id}\u2069`)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^On: أخبار\./),
    });
    expect(await sources("remove", id)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Removed: أخبار\. Its articles stay/),
    });
    expect((await mujaz("articles", "list")).stdout).toContain(entryOf(1).title);
    // Its articles alone.
    expect(await remembered()).toEqual([expect.stringMatching(/:articles:source:/)]);
  });

  it.each([
    ["no address", ["add", "news"], 2, /it is not an address\n {2}mend: write it whole/],
    ["another scheme", ["add", "ftp://news.example/rss"], 2, /ftp: addresses are not fetched\n {2}mend: /],
    [
      "a private address",
      ["add", "http://192.168.1.1/rss"],
      2,
      /192\.168\.1\.1 is .*only public addresses are fetched\n {2}mend: .*allowHosts/,
    ],
    ["this machine", ["add", "http://localhost/rss"], 2, /localhost is this machine.*\n {2}mend: /],
    [
      "an unknown topic",
      ["add", "https://news.example/rss", "--topics", "economy,nothing"],
      2,
      /no topic "nothing"\. Choose among: .*economy/,
    ],
    [
      "a short interval",
      ["add", "https://news.example/rss", "--interval", "4"],
      2,
      /--interval "4" is no whole number of minutes from 5 to 1440\n {2}mend: /,
    ],
    [
      "an interval in words",
      ["add", "https://news.example/rss", "--interval", "ten"],
      2,
      /--interval "ten" /,
    ],
    [
      "another way of reading pages",
      ["add", "https://news.example/rss", "--full-text", "yes"],
      2,
      /--full-text "yes" is none of auto, always, never\n {2}mend: /,
    ],
    [
      "an option that is none",
      ["add", "https://news.example/rss", "--nmae", "x"],
      2,
      /unknown option '--nmae'/,
    ],
    ["no address at all", ["add"], 2, /missing required argument/],
    [
      "a feed that is nowhere",
      ["remove", "nothing"],
      1,
      /There is no feed "nothing"\.\n {2}mend: `mujaz sources list`/,
    ],
    ["a feed that is nowhere, to switch off", ["off", "nothing"], 1, /There is no feed "nothing"/],
    ["a feed that is nowhere, to switch on", ["on", "nothing"], 1, /There is no feed "nothing"/],
    ["a limit that is none", ["test", "https://news.example/rss", "--limit", "0"], 2, /--limit "0"/],
    [
      "a file that is not there",
      ["import-opml", "nowhere.opml"],
      1,
      /nowhere\.opml: .*no such file\n {2}mend: /,
    ],
  ] as const)("names the mend for %s", async (_what, args, expected, message) => {
    const { status, stderr } = await sources(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(expected);
  });

  it("asks nobody where what was written cannot be anyway", async () => {
    const before = server.hits.length;
    for (const wrong of [
      ["--interval", "4"],
      ["--topics", "nothing"],
      ["--full-text", "yes"],
    ]) {
      expect((await sources("add", at("/feed"), ...wrong)).status).toBe(2);
    }
    expect((await sources("add", at("/listed"))).status).toBe(1);
    expect(server.hits).toHaveLength(before);
  });

  it("counts an entry that is no article as rejected, with its mend and the status 1, as it does a file", async () => {
    routes["/listed"] = feed();
    routes["/holes"] = {
      body: rssOf(server.origin, [entryOf(3), { title: "عنوان بلا نص" }, {}, { text: "نص بلا عنوان" }]),
    }; // "a headline without a text", nothing at all, "a text without a headline"
    await sources("add", at("/holes"), "--name", "وكالة الثغرات", "--full-text", "never"); // "the agency of holes"
    const { status, stdout } = await mujaz("ingest");
    expect(stdout).toContain(
      `وكالة الثغرات (${at("/holes")}): 1 new, 0 updated, 0 unchanged, 0 duplicate, 0 hidden, 3 rejected`,
    );
    for (const message of [
      'entry "عنوان بلا نص": there is a title but no text',
      "an entry has no title, no address and no text",
      'entry "نص بلا عنوان": it has no title, no address and no id',
    ])
      expect(stdout).toMatch(new RegExp(`${message}\n {4}mend: `));
    expect(status).toBe(1);
    routes["/holes"] = feed(3);
    expect((await mujaz("ingest")).status).toBe(0);
    await sources("remove", at("/holes"));
  });

  it("keeps one address for all ways of writing it, without the password that stands in it", async () => {
    const written = `HTTP://Reader:Secret@${server.origin.slice("http://".length)}/way/../written?a=1#top`;
    routes["/written"] = feed(1);
    expect((await sources("add", written, "--name", "وكالة السطور")).status).toBe(0); // "the agency of lines"
    const added = async () =>
      (JSON.parse((await sources("list", "--json")).stdout) as { url: string }[]).map(({ url }) => url);
    expect(await added()).toEqual([at("/listed"), at("/written?a=1")]);
    const twice = await sources("add", at("/written?a=1"));
    expect(twice).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("there already: وكالة السطور"),
    });
    expect((await sources("remove", written)).status).toBe(0);
    const ported = ["HTTP://News.Example:80/feed", "http://news.example/feed"] as const;
    expect((await sources("add", ported[0], "--no-check")).status).toBe(0);
    expect(await added()).toEqual([at("/listed"), ported[1]]);
    expect((await sources("add", ported[1], "--no-check")).status).toBe(1);
    expect((await sources("remove", ported[1])).status).toBe(0);
  });

  it("adds no page, nothing that is not there, and no feed twice", async () => {
    routes["/page"] = { body: "<html><p>خبر</p></html>" }; // "a piece of news"
    const page = await sources("add", at("/page"));
    expect(page).toMatchObject({ status: 1, stderr: expect.stringMatching(/\/page: .*\n {2}mend: /) });
    const missing = await sources("add", at("/missing"));
    expect(missing).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/\(404\)\n {2}mend: .*--no-check/),
    });
    expect((await sources("add", at("/missing"), "--no-check", "--name", "غائبة\nالآن")).stdout).toMatch(
      /^Added: غائبة الآن\./,
    ); // "absent now"
    const twice = await sources("add", `${at("/missing")}/`);
    expect(twice).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/there already: غائبة الآن\.\n {2}mend: .*mujaz sources remove/),
    });
    const listed = await sources("add", at("/listed"));
    expect(listed).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /there already: المكتوبة.*\n {2}mend: change it in config\/sources\.yaml/,
      ),
    });
    const removed = await sources("remove", at("/listed"));
    expect(removed).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/stands in config\/sources\.yaml\.\n {2}mend: .*mujaz sources off/),
    });
    await sources("remove", at("/missing"));
  });

  it("brings in what is good of an OPML file and names the rest; folders named like topics give these", async () => {
    const file = join(config.path, "in.opml");
    writeFileSync(
      file,
      `<opml version="2.0"><body>
<outline text="أخبار"><outline text="اقتصاد"><outline text="ضفاف" type="rss" xmlUrl="https://a.example/rss"/></outline></outline>
<outline text="متفرقات"><outline text="بلا موضوع" type="rss" xmlUrl="https://b.example/rss"/></outline>
<outline text="معطوبة" type="rss" xmlUrl="not an address"/>
<outline text="داخلية" type="rss" xmlUrl="http://10.0.0.1/rss"/>
<outline text="مكررة" type="rss" xmlUrl="${at("/listed")}"/>
</body></opml>`, // "news", "economy", a name; "various", "no topic"; "broken"; "internal"; "repeated"
    );
    const { stdout, stderr, status } = await sources("import-opml", file);
    expect(stdout).toBe("2 added, 1 there already, 2 refused\n");
    expect(stderr).toMatch(/in\.opml:4: .*\n {2}mend: /);
    expect(stderr).toMatch(/http:\/\/10\.0\.0\.1\/rss: .*only public addresses.*\n {2}mend: /);
    expect(status).toBe(1);
    const all = JSON.parse((await sources("list", "--json")).stdout) as { name: string; topics: string[] }[];
    expect(all.map(({ name, topics }) => [name, topics])).toEqual([
      ["المكتوبة في الإعدادات", ["economy"]],
      ["بلا موضوع", []],
      ["ضفاف", ["economy"]],
    ]);
    expect(await sources("import-opml", file)).toMatchObject({
      stdout: "0 added, 3 there already, 2 refused\n",
    });
  });

  it("writes all feeds as OPML that it reads itself, to a file or to standard output", async () => {
    const file = join(config.path, "out.opml");
    const written = await sources("export-opml", file);
    expect(written).toMatchObject({
      status: 0,
      stdout: "",
      stderr: expect.stringMatching(/^3 feeds written to /),
    });
    const { stdout } = await sources("export-opml");
    const bare = (opml: string): string => opml.replace(/<dateCreated>.*?<\/dateCreated>/, "").trim();
    expect(bare(stdout)).toBe(bare(readFileSync(file, "utf8")));
    const back = await sources("import-opml", file);
    expect(back).toMatchObject({ status: 0, stdout: "0 added, 3 there already, 0 refused\n" });
    const nowhere = await sources("export-opml", join(config.path, "no", "folder.opml"));
    expect(nowhere).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/cannot be written.*\n {2}mend: /),
    });
  });

  it("has doctor say how the feeds are, with the mend of each", async () => {
    const check = async () => {
      const { stdout } = await mujaz("doctor", "--json");
      const all = JSON.parse(stdout) as { check: string; status: string; detail: string; mend?: string }[];
      return all.filter((one) => one.check === "sources");
    };
    expect(await check()).toEqual([
      { check: "sources", status: "ok", detail: "3 feeds, 1 read in the last day" },
    ]);
    const id = feedId("https://a.example/rss");
    await sources("off", id);
    expect(await check()).toEqual([
      {
        check: "sources",
        status: "fault",
        detail: "ضفاف is off: switched off by hand",
        mend: `mujaz sources on ${id}, or remove it`,
      },
    ]);
  });
});

describe("what the commands for feeds print", () => {
  it("writes out what a terminal would obey in the words of a feed", async () => {
    const title = "خبر\u202Eemit\u009B31m"; // "news", an override, a terminal's colour (C1)
    routes["/hostile"] = { body: rssOf(server.origin, [{ ...entryOf(3), title }, { title }]) };
    const tried = await sources("test", at("/hostile"));
    expect(tried.stdout).toContain("خبر\\u{202e}emit");
    await sources("add", at("/hostile"), "--name", title);
    const read = await mujaz("ingest");
    expect(read.stdout).toContain('entry "خبر\\u{202e}emit');
    for (const { stdout, stderr } of [tried, read]) expect(stdout + stderr).not.toMatch(/[\u202E\u009B]/);
    await sources("remove", feedId(at("/hostile")));
  });
});
