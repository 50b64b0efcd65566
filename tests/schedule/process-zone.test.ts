// The time zone of the process changes nothing: `mujaz schedule` prints the calendar's instants, and a whole run from the
// import to the digest is the same. Real processes with TZ in their environment; the guard of bin/mujaz.js is left out.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Arrivals, listenForArrivals } from "../delivery/arrivals.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";
import { root } from "../root.ts";
import { datesBetween, temporalDue } from "./oracle.ts";

const own = ["UTC", "Africa/Cairo", "America/New_York"] as const;
const mark = "-- the next command --\n";

/** What each command printed, run one after the other in one process with this zone of its own. */
async function run(
  TZ: string,
  commands: readonly (readonly string[])[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const built = pathToFileURL(join(root, "dist", "bundle", "run.js")).href;
  const script = `
    import { runCli } from ${JSON.stringify(built)};
    console.log(Intl.DateTimeFormat().resolvedOptions().timeZone);
    for (const args of ${JSON.stringify(commands)}) {
      process.stdout.write(${JSON.stringify(mark)});
      const status = await runCli(args, process);
      if (status !== 0) throw new Error(args.join(" ") + " ended with " + status);
    }`;
  const { PATH, HOME } = process.env;
  const dirs = { CONFIG_DIR: join(root, "config"), CONTENT_DIR: join(root, "content"), LOG_LEVEL: "error" };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: tmpdir(),
    env: { PATH, HOME, ...dirs, ...env, TZ },
    maxBuffer: 100_000_000,
  });
  const [zone, ...printed] = stdout.split(mark);
  expect(zone?.trim()).toBe(TZ);
  return printed;
}

/** Spans with both changes of the clock, or a date left out, where there are such. */
const spans = [
  ["Africa/Cairo", "2025-04-20", "2025-05-01"],
  ["Africa/Cairo", "2025-10-28", "2025-11-03"],
  ["Asia/Riyadh", "2025-03-25", "2025-04-05"],
  ["Asia/Beirut", "2025-03-28", "2025-04-02"],
  ["Asia/Gaza", "2025-04-10", "2025-04-15"],
  ["Africa/Casablanca", "2025-02-20", "2025-04-10"],
  ["America/New_York", "2025-03-07", "2025-03-11"],
  ["Australia/Lord_Howe", "2025-04-03", "2025-04-08"],
  ["Pacific/Apia", "2011-12-28", "2012-01-02"],
] as const;
const times = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "07:00", "12:00", "23:30", "23:59"];
const prayers = "fajr+15,sunrise,dhuhr,asr-5,maghrib,isha+30";

it("`mujaz schedule` prints exactly the instants of the reference, in any zone of its own", async () => {
  const commands = spans.map(([zone, from, to]) => [
    "schedule",
    "--zone",
    zone,
    "--times",
    times.join(","),
    "--from",
    from,
    "--to",
    to,
  ]);
  const expected = spans.map(([zone, from, to]) =>
    temporalDue(zone, datesBetween(from, to), times)
      .map((at) => `${new Date(at * 1000).toISOString().slice(0, 19)}Z\n`)
      .join(""),
  );
  const prayed = [
    "schedule",
    "--zone",
    "Africa/Cairo",
    "--times",
    prayers,
    "--from",
    "2025-04-20",
    "--to",
    "2025-05-01",
  ];
  const [first, ...others] = await Promise.all(own.map((zone) => run(zone, [...commands, prayed])));
  expect(first?.slice(0, -1)).toEqual(expected);
  expect(first?.at(-1)?.split("\n").length).toBe(6 * 12 + 1);
  for (const other of others) expect(other).toEqual(first);
});

let redis: TestRedis;
let arrivals: Arrivals;
let dir: string;
beforeAll(async () => {
  redis = await startRedisServer();
  arrivals = await listenForArrivals(0);
  dir = await mkdtemp(join(tmpdir(), "mujaz-zone-"));
});
afterAll(async () => {
  await arrivals.close();
  await redis.close();
  await rm(dir, { recursive: true });
});

it.skipIf(!hasRedisServer)(
  "readers are due at the same instants, and get the same digests",
  { timeout: 120_000 },
  async () => {
    // Times that are at least an hour away, so that all processes see the same next one: the wall clock decides the half of the day.
    const isMorning = new Date().getUTCHours() < 12;
    const pick = <Time>(afternoon: Time, night: Time): readonly Time[] => [isMorning ? afternoon : night];
    const prayer = (at: string) => ({ at, offsetMinutes: 15 });
    const readers = [
      { chat: 1, zone: "Africa/Cairo", times: pick("20:00", "07:00"), calendar: "both" },
      { chat: 2, zone: "America/New_York", times: pick("14:00", "02:30"), locale: "en" },
      { chat: 3, zone: "Asia/Riyadh", times: pick(prayer("maghrib"), prayer("fajr")), digits: "arabic" },
      { chat: 4, zone: "Pacific/Apia", times: pick("07:00", "23:59"), quiet: { from: "23:00", to: "06:00" } },
    ];
    const file = join(dir, "readers.jsonl");
    await writeFile(file, readers.map((reader) => JSON.stringify(reader)).join("\n"));
    // Past every reader's first time, and the same for all processes.
    const at = new Date(Math.ceil(Date.now() / 86_400_000 + 2) * 86_400_000).toISOString();
    const client = redis.connect();
    const seen: { due: readonly string[]; next: readonly string[]; texts: readonly string[] }[] = [];
    for (const [index, zone] of own.entries()) {
      const env = {
        REDIS_URL: client.options.path ?? "",
        REDIS_PREFIX: `zone${index}`,
        DATA_DIR: join(dir, String(index)),
        TELEGRAM_API_ROOT: arrivals.root,
        BOT_TOKEN: "7:the_token_of_no_bot_that_there_ever_was",
        SEND_RATE: "0",
      };
      const places = async (): Promise<readonly string[]> =>
        client.zrange(`{zone${index}}:due`, 0, -1, "WITHSCORES");
      const before = arrivals.all.length;
      await run(zone, [["ingest"], ["subscribers", "import", file]], env);
      const due = await places();
      await run(zone, [["send-due", "--at", at]], env);
      const sent = arrivals.all.slice(before).toSorted((a, b) => a.chat - b.chat);
      seen.push({ due, next: await places(), texts: sent.map(({ chat, text }) => `${chat} ${text}`) });
    }
    const [utc, ...others] = seen;
    expect(utc?.due).toHaveLength(8);
    expect(new Set(utc?.texts.map((text) => text.slice(0, 1)))).toEqual(new Set(["1", "2", "3", "4"]));
    for (const other of others) expect(other).toEqual(utc);
  },
);
