// mujaz doctor [--json]: checks what a running bot needs, and names the mend of each fault.

import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { describeFault, inOrder } from "../config/faults.ts";
import { callTelegram } from "../delivery/telegram.ts";
import type { House } from "../processes/house.ts";
import { createTelegraf } from "../processes/telegram.ts";
import { RuntimeFault } from "../runtime/fault.ts";
import { redact } from "../runtime/log.ts";
import { createRegister } from "../sources/register.ts";
import { checkLoad, checkPaid } from "./checkLoad.ts";
import { checkWebhook } from "./checkWebhook.ts";
import { type Finding, type Found, fault, ok, skipped } from "./finding.ts";
import { checkSources } from "./sources/check.ts";
import { ConfigRefused, type Subcommand } from "./subcommand.ts";
import { checkZones } from "./zones.ts";

type Check = () => Promise<Found>;

/** Below this the append-only file may not be rewritten any more. */
const leastFreeBytes = 512 * 1024 * 1024;

/** Telegram and Redis tolerate little: a digest must not come before its minute. */
const mostSkewMs = 2_000;

export const doctor: Subcommand = (program, desk) => {
  program
    .command("doctor")
    .description("check configuration, token, Redis, sources, clock and disk; name the mend of each fault")
    .option("--json", "print an array of findings")
    .action(async ({ json }: { json?: boolean }) => {
      const findings: Finding[] = [];
      const run = async (check: string, look: () => Promise<Found | readonly Found[]>): Promise<void> => {
        const found = await look().then((one) => [one].flat(), toFindings);
        for (const finding of found) findings.push({ check, ...finding });
      };
      let config: Config | undefined;
      await run("config", async () => {
        config = desk.config();
        return ok(`${config.topics.length} topics, ${Object.keys(config.messages).length} languages`);
      });
      if (config !== undefined) {
        const { env } = config;
        await run("content", () => checkContent(env.contentDir));
        await run("disk", () => checkDisk(env.dataDir));
        await run("token", () => checkToken(env));
        await run("webhook", () => checkWebhook(env, new Date()));
        let house: House | undefined;
        await run("redis", async () => {
          house = await desk.house({ command: "doctor", ephemeralOk: true });
          return checkRedis(house);
        });
        if (house !== undefined) {
          const open = house;
          const { main, agenda, articles } = open;
          await run("zones", () => checkZones(open, new Date()));
          await run("sources", () =>
            checkSources(createRegister(main, env.redisPrefix, config?.sources.feeds ?? []), new Date()),
          );
          await run("clock", async () => {
            const [seconds, micros] = await main.time();
            const skewMs = Math.round(
              Math.abs(Date.now() - (Number(seconds) * 1000 + Number(micros) / 1000)),
            );
            return skewMs > mostSkewMs
              ? fault(`this machine and Redis differ by ${skewMs} ms`, "Let both follow a time server (NTP)")
              : ok(`this machine and Redis differ by ${skewMs} ms`);
          });
          await run("delivery", async () => {
            const now = Math.floor(Date.now() / 1000);
            const lag = await agenda.lagSeconds(now);
            const outcomes = Object.entries(await agenda.outcomes()).map(
              ([kind, count]) => `${count} ${kind}`,
            );
            const detail = `${await articles.count()} articles; oldest due ${lag} s ago; ${outcomes.join(", ") || "nothing sent yet"}`;
            return lag > 600
              ? fault(detail, "Start a clock and a worker: `mujaz start clock worker`")
              : ok(detail);
          });
          const opened = house;
          const now = Math.floor(Date.now() / 1000);
          await run("load", () => checkLoad(opened, now));
          await run("paid", () => checkPaid(opened, now));
        }
      }
      if (json) desk.print(JSON.stringify(findings, null, 2));
      else for (const finding of findings) desk.print(toLine(finding));
      if (findings.some(({ status }) => status === "fault")) desk.fail();
    });
};

function toLine({ check, status, detail, mend }: Finding): string {
  const mark = { ok: "ok   ", fault: "FAULT", skipped: "–    " }[status];
  return `${mark} ${check.padEnd(9)} ${detail}${mend === undefined ? "" : `\n      mend: ${mend}`}`;
}

function toFindings(error: unknown): Found[] {
  if (error instanceof RuntimeFault) return [fault(redact(error.message), error.mend)];
  if (error instanceof ConfigRefused)
    return inOrder(error.faults).map((each) => fault(redact(describeFault(each)), each.mend));
  const message = redact(error instanceof Error ? error.message : String(error));
  return [fault(message, "This is not expected: please report it")];
}

async function checkContent(dir: string): ReturnType<Check> {
  if (!existsSync(dir)) return fault(`${dir} does not exist`, `Make the folder, or set CONTENT_DIR`);
  await access(dir, constants.R_OK | constants.X_OK);
  return ok(`${dir} is readable`);
}

async function checkDisk(dir: string): ReturnType<Check> {
  let existing = resolve(dir);
  while (!existsSync(existing)) existing = dirname(existing);
  await access(existing, constants.W_OK);
  const { bavail, bsize } = await statfs(existing);
  const detail = `${Math.round((bavail * bsize) / 1024 / 1024)} MiB free for ${dir}`;
  return bavail * bsize < leastFreeBytes ? fault(detail, "Free some space, or move DATA_DIR") : ok(detail);
}

async function checkToken(env: Config["env"]): ReturnType<Check> {
  if (env.botToken === undefined) return skipped("no BOT_TOKEN: the playground plays Telegram");
  try {
    const { telegram } = createTelegraf(env);
    const me = await callTelegram<{ username: string }>(telegram, "getMe", {}, AbortSignal.timeout(10_000));
    return ok(`@${me.username}`);
  } catch (error) {
    const why = redact(error instanceof Error ? error.message : String(error));
    return fault(
      `getMe failed: ${why}`,
      "Check BOT_TOKEN with @BotFather, and the way to the Bot API server",
    );
  }
}

async function checkRedis({ main, redis }: House): ReturnType<Check> {
  if (redis.kind === "in-process") {
    return fault(redis.describe, "Install redis-server or set REDIS_URL before real readers come");
  }
  const info = await main.info();
  const read = (name: string): string => new RegExp(`^${name}:(.*)$`, "m").exec(info)?.[1]?.trim() ?? "?";
  const detail = `${redis.describe}; version ${read("redis_version")}, ${read("used_memory_human")} used`;
  if (Number(read("redis_version").split(".")[0]) < 6)
    return fault(detail, "Use Redis 6.2 or newer, or Valkey");
  const policy = read("maxmemory_policy");
  if (policy !== "noeviction") {
    return fault(
      `${detail}; eviction policy ${policy}`,
      "Set maxmemory-policy noeviction: readers must not be evicted",
    );
  }
  if (read("aof_enabled") !== "1") {
    return fault(`${detail}; not append-only`, "Set appendonly yes, so that a crash loses at most a second");
  }
  return ok(`${detail}, append-only, no eviction`);
}
