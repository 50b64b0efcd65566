// mujaz doctor: each thing that it checks is broken by itself, and found with its mend and status 1.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDisk, leastFreeBytes } from "../../src/cli/checkFolders.ts";
import { checkClock, judgeRedis } from "../../src/cli/checkRedis.ts";
import { createPlayground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { freePort, mujaz, root, tempDir } from "../e2e/server.ts";
import { hasRedisServer, pathWithoutRedis } from "../e2e/tools.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Ran, runHere, runOn } from "./desk.ts";

interface Told {
  readonly check: string;
  readonly status: string;
  readonly detail: string;
  readonly mend?: string;
}
const found = ({ stdout }: Pick<Ran, "stdout">, check: string): readonly Told[] =>
  (JSON.parse(stdout) as readonly Told[]).filter((one) => one.check === check);

let dir: Awaited<ReturnType<typeof tempDir>>;
let well: Record<string, string>;
beforeAll(async () => {
  dir = await tempDir();
  await chmod(dir.path, 0o755);
  well = { DATA_DIR: join(dir.path, "data"), CONTENT_DIR: join(dir.path, "content") };
  mkdirSync(well["CONTENT_DIR"] ?? "");
  writeFileSync(join(dir.path, "a-file"), "");
});
afterAll(() => dir.dispose());

/** The one fault of a doctor in a world that is well but for `env`. */
async function faultIn(check: string, env: Readonly<Record<string, string>>): Promise<Told> {
  const ran = await runHere(["doctor", "--json"], { env: { ...well, ...env } });
  expect(ran.status).toBe(1);
  const faults = found(ran, check).filter(({ status }) => status === "fault");
  expect(faults).toHaveLength(1);
  const [fault] = faults;
  if (fault === undefined) throw new Error("no fault");
  expect(fault.mend).toBeTruthy();
  return fault;
}

/** Runs it as a user who may do nothing but what everybody may. */
async function doctorAsNobody(env: Readonly<Record<string, string>>): Promise<Ran> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [mujaz, "doctor", "--json"], {
    cwd: dir.path,
    env: { PATH, LOG_LEVEL: "silent", CONFIG_DIR: join(root, "config"), ...well, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  const status = await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
  return { status, stdout, stderr };
}

describe("the folders", () => {
  it.each([
    ["is missing", "nowhere", /does not exist/, /Make the folder/],
    ["is a file", "a-file", /is no folder/, /Move the file/],
  ])("are found where the content folder %s", async (_what, name, detail, mend) => {
    const fault = await faultIn("content", { CONTENT_DIR: join(dir.path, name) });
    expect(fault.detail).toMatch(detail);
    expect(fault.mend).toMatch(mend);
  });

  it("are found where a file stands in the way of the data folder", async () => {
    const fault = await faultIn("disk", { DATA_DIR: join(dir.path, "a-file", "data") });
    expect(fault.detail).toMatch(/a-file is no folder/);
    expect(fault.mend).toMatch(/set DATA_DIR/);
  });

  it("are found where this user may not read the one or write the other", async () => {
    const [content, data] = [join(dir.path, "closed"), join(dir.path, "sealed")];
    mkdirSync(content);
    mkdirSync(data);
    chmodSync(content, 0o000);
    chmodSync(data, 0o555);
    const ran = await doctorAsNobody({ CONTENT_DIR: content, DATA_DIR: data });
    expect(ran.status).toBe(1);
    expect(found(ran, "content")[0]).toMatchObject({
      status: "fault",
      detail: expect.stringContaining("cannot be read"),
      mend: expect.stringContaining("chmod"),
    });
    expect(found(ran, "disk")[0]).toMatchObject({
      status: "fault",
      detail: expect.stringContaining("cannot be written"),
      mend: expect.stringContaining("chown"),
    });
  });

  it("are found too full, and a folder that is yet to be made is asked about where it will lie", async () => {
    const data = join(dir.path, "not", "yet", "there");
    const full = await checkDisk(data, async () => leastFreeBytes - 2 ** 20);
    expect(full).toMatchObject({
      status: "fault",
      detail: expect.stringContaining("511 MiB free"),
      mend: expect.stringMatching(/Free/),
    });
    const asked: string[] = [];
    const enough = await checkDisk(data, async (path) => {
      asked.push(path);
      return leastFreeBytes;
    });
    expect(enough.status).toBe("ok");
    expect(asked).toEqual([dir.path]);
  });
});

describe("the token", () => {
  const token = `7${"0".repeat(8)}:${"Doctor-marked-token-0123456789abcde"}`;

  it("is found unknown to Telegram, and is not printed", async () => {
    const http = createHttp({
      host: "127.0.0.1",
      port: 0,
      log: createLog({ level: "silent", format: "json" }),
    });
    const telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
    telegram.register(http.app);
    const TELEGRAM_API_ROOT = await http.listen();
    try {
      const wrong = token.replace("Doctor", "Dokter");
      const fault = await faultIn("token", { BOT_TOKEN: wrong, TELEGRAM_API_ROOT });
      expect(fault).toMatchObject({
        detail: "Telegram does not know this token",
        mend: expect.stringMatching(/BotFather/),
      });
      const right = await runHere(["doctor", "--json"], {
        env: { ...well, BOT_TOKEN: token, TELEGRAM_API_ROOT },
      });
      expect(found(right, "token")).toEqual([{ check: "token", status: "ok", detail: "@real_bot" }]);
      expect(right.stdout + right.stderr + JSON.stringify(fault)).not.toMatch(/marked-token/);
    } finally {
      await telegram.close();
      await http.close();
    }
  });

  it("is found out of reach, with the server's name", async () => {
    const TELEGRAM_API_ROOT = `http://127.0.0.1:${await freePort()}`;
    const fault = await faultIn("token", { BOT_TOKEN: token, TELEGRAM_API_ROOT });
    expect(fault.detail).toMatch(/getMe failed/);
    expect(fault.mend).toContain(TELEGRAM_API_ROOT);
    expect(JSON.stringify(fault)).not.toMatch(/marked-token/);
  });
});

describe.runIf(hasRedisServer)("a Redis server", () => {
  /** Runs work on a server with these settings. */
  async function onServer<T>(settings: readonly string[], work: (path: string) => Promise<T>): Promise<T> {
    const place = await tempDir();
    const path = join(place.path, "redis.sock");
    const usual = ["--port", "0", "--unixsocket", path, "--dir", place.path, "--save", ""];
    const child = spawn("redis-server", [...usual, ...settings], { stdio: ["ignore", "pipe", "ignore"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    try {
      await new Promise<void>((resolve, reject) => {
        child.once("exit", () => reject(new Error("redis-server ended")));
        child.stdout.on("data", (chunk: Buffer) => {
          if (/ready to accept connections/i.test(String(chunk))) resolve();
        });
      });
      return await work(path);
    } finally {
      child.kill("SIGKILL");
      await ended;
      await place.dispose();
    }
  }

  it.each([
    [
      "evicts",
      ["--appendonly", "yes", "--maxmemory-policy", "allkeys-lru"],
      /eviction policy allkeys-lru/,
      /noeviction/,
    ],
    ["is not append-only", ["--appendonly", "no"], /not append-only/, /appendonly yes/],
    ["is a replica", ["--appendonly", "yes", "--replicaof", "127.0.0.1", "1"], /a replica/, /primary/],
  ])("that %s", async (_what, settings, detail, mend) => {
    await onServer(settings, async (path) => {
      const fault = await faultIn("redis", { REDIS_URL: path });
      expect(fault.detail).toMatch(detail);
      expect(fault.mend).toMatch(mend);
    });
  });

  it("that is well", async () => {
    await onServer(["--appendonly", "yes"], async (path) => {
      const ran = await runHere(["doctor", "--json"], { env: { ...well, REDIS_URL: path } });
      expect(found(ran, "redis")[0]).toMatchObject({
        status: "ok",
        detail: expect.stringMatching(/version \d.*append-only, no eviction/),
      });
      expect(ran.status).toBe(0);
    });
  });

  it("whose clock is another", async () => {
    await onServer(["--appendonly", "yes"], async (path) => {
      const { Redis } = await import("ioredis");
      const main = new Redis({ path });
      try {
        expect(await checkClock({ main }, Date.now)).toMatchObject({ status: "ok" });
        const late = await checkClock({ main }, () => Date.now() - 600_000);
        expect(late).toMatchObject({ status: "fault", mend: expect.stringContaining("NTP") });
        expect(late.detail).toMatch(/differ by (599|600)\d\d\d ms/);
      } finally {
        main.disconnect();
      }
    });
  });

  it("that does not answer", async () => {
    const fault = await faultIn("redis", {
      REDIS_URL: `redis://:marked-password@127.0.0.1:${await freePort()}`,
    });
    expect(fault.detail).toMatch(/127\.0\.0\.1/);
    expect(JSON.stringify(fault)).not.toContain("marked-password");
  });
});

it("finds the in-process store, for trying out only", async () => {
  const data = join(dir.path, "none");
  mkdirSync(data);
  chmodSync(data, 0o777);
  const { status, stdout } = await doctorAsNobody({ PATH: pathWithoutRedis, DATA_DIR: data });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ check: "redis", status: "fault", mend: expect.stringContaining("REDIS_URL") }),
  );
});

describe("what INFO tells", () => {
  const right = [
    "redis_version:7.0.15",
    "role:master",
    "maxmemory_policy:noeviction",
    "aof_enabled:1",
    "aof_last_write_status:ok",
    "used_memory:1000",
    "used_memory_human:1K",
    "maxmemory:0",
  ].join("\r\n");

  it.each([
    ["redis_version:6.0.16", /too old/, /6\.2/],
    ["redis_version:5.0.7", /too old/, /6\.2/],
    ["aof_last_write_status:err", /cannot be written/, /Free space/],
    ["maxmemory:1100", /91 % of its maxmemory/, /Raise maxmemory/],
  ])("%s is a fault", (line, detail, mend) => {
    const [name] = line.split(":");
    const info = right.replace(new RegExp(`^${name}:.*$`, "m"), `${line}\r`);
    const [fault, ...more] = judgeRedis("here", info);
    expect(fault).toMatchObject({
      status: "fault",
      detail: expect.stringMatching(detail),
      mend: expect.stringMatching(mend),
    });
    expect(more).toEqual([]);
  });

  it("names every fault by itself, and of a server that is well its version and size", () => {
    expect(
      judgeRedis("here", "redis_version:4.0.0\nrole:slave\nmaxmemory_policy:volatile-lru\naof_enabled:0"),
    ).toHaveLength(4);
    expect(judgeRedis("here", right)).toEqual([
      { status: "ok", detail: "here; version 7.0.15, 1K used, append-only, no eviction" },
    ]);
    for (const version of ["6.2.0", "7.2.4", "8.0.1"])
      expect(judgeRedis("here", right.replace("7.0.15", version))[0]?.status).toBe("ok");
  });
});

describe("what running processes mend by themselves", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse();
  });
  afterAll(() => test.close());

  it("is a warning with its mend: the release of a new version must not fail because the old one stands still", async () => {
    const { house } = test;
    const number = await test.addReader(1001);
    const longAgo = Math.floor(Date.now() / 1000) - 3_600;
    await house.main.zadd("{mujaz}:due", longAgo, number);
    const ran = await runOn(house, "doctor", "--json");
    expect(found(ran, "delivery")[0]).toMatchObject({
      status: "warning",
      detail: expect.stringMatching(/oldest due 36\d\d s ago/),
      mend: expect.stringContaining("mujaz start clock worker"),
    });
    const lines = (await runOn(house, "doctor")).stdout;
    expect(lines).toMatch(/^warn {2}delivery .*\n {6}mend: Start a clock/m);
    expect(found(ran, "zones")[0]?.status).toBe("ok");
  });
});
