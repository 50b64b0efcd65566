// mujaz doctor [--json]: checks what a running bot needs, and names the mend of each fault.

import type { Config } from "../config/config.ts";
import { describeFault, inOrder } from "../config/faults.ts";
import { callTelegram } from "../delivery/telegram.ts";
import type { House } from "../processes/house.ts";
import { codeOf, createTelegraf } from "../processes/telegram.ts";
import { RuntimeFault } from "../runtime/fault.ts";
import { redact } from "../runtime/log.ts";
import { createRegister } from "../sources/register.ts";
import { checkContent, checkDisk } from "./checkFolders.ts";
import { checkLoad, checkPaid } from "./checkLoad.ts";
import { checkClock, checkRedis } from "./checkRedis.ts";
import { checkWebhook } from "./checkWebhook.ts";
import { type Finding, type Found, fault, ok, skipped, warning } from "./finding.ts";
import { checkSources } from "./sources/check.ts";
import { ConfigRefused, type Subcommand } from "./subcommand.ts";
import { unreachable } from "./unreachable.ts";
import { checkZones } from "./zones.ts";

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
        const token = await checkToken(env);
        await run("token", async () => token);
        // One cause, one fault.
        await run("webhook", async () =>
          token.status === "fault" ? skipped("the token comes first") : checkWebhook(env, new Date()),
        );
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
          await run("clock", () => checkClock(open, Date.now));
          await run("delivery", async () => {
            const now = Math.floor(Date.now() / 1000);
            const lag = await agenda.lagSeconds(now);
            const outcomes = Object.entries(await agenda.outcomes()).map(
              ([kind, count]) => `${count} ${kind}`,
            );
            const detail = `${await articles.count()} articles; oldest due ${lag} s ago; ${outcomes.join(", ") || "nothing sent yet"}`;
            return lag > 600
              ? warning(detail, "Start a clock and a worker: `mujaz start clock worker`")
              : ok(detail);
          });
          const opened = house;
          const now = Math.floor(Date.now() / 1000);
          await run("load", () => checkLoad(opened, now));
          await run("paid", () => checkPaid(opened, now));
        }
      }
      if (json) desk.printJson(findings);
      else for (const finding of findings) desk.print(toLine(finding));
      if (findings.some(({ status }) => status === "fault")) desk.fail();
    });
};

function toLine({ check, status, detail, mend }: Finding): string {
  const mark = { ok: "ok   ", fault: "FAULT", warning: "warn ", skipped: "–    " }[status];
  return `${mark} ${check.padEnd(9)} ${detail}${mend === undefined ? "" : `\n      mend: ${mend}`}`;
}

function toFindings(error: unknown): Found[] {
  if (error instanceof RuntimeFault) return [fault(redact(error.message), error.mend)];
  if (error instanceof ConfigRefused)
    return inOrder(error.faults).map((each) => fault(redact(describeFault(each)), each.mend));
  const message = redact(error instanceof Error ? error.message : String(error));
  return [fault(message, "This is not expected: please report it")];
}

async function checkToken(env: Config["env"]): Promise<Found> {
  if (env.botToken === undefined) return skipped("no BOT_TOKEN: the playground plays Telegram");
  try {
    const { telegram } = createTelegraf(env);
    const me = await callTelegram<{ username: string }>(telegram, "getMe", {}, AbortSignal.timeout(10_000));
    return ok(`@${me.username}`);
  } catch (error) {
    const code = codeOf(error);
    if (code === 401 || code === 404) {
      return fault("Telegram does not know this token", "Copy it again from @BotFather into BOT_TOKEN");
    }
    return unreachable("getMe", env, error);
  }
}
