// The updates of this house's bot on their way in, by webhook and by polling alike.
import { randomUUID } from "node:crypto";
import type { Update } from "telegraf/types";
import { createAccepted } from "../bot/accepted.ts";
import { type Crew, createIntake, type Intake } from "../bot/intake.ts";
import { readUpdate } from "../bot/readUpdate.ts";
import { botOf, type House } from "./house.ts";
import { watchStore } from "./watchStore.ts";

/** Nothing is done before `begin`; what comes meanwhile is stored. */
export function openIntake({ main, config, log }: Pick<House, "main" | "config" | "log">): Intake {
  const { env } = config;
  const me = randomUUID();
  const intake = createIntake({
    open: (isWorking) => createAccepted(main, env.redisPrefix, botOf(env), { me, isWorking }),
    store: watchStore(main),
    log,
  });
  let crew: Crew | undefined;
  return {
    ...intake,
    async take(given, how) {
      const read = readUpdate(given);
      if (read.kind === "update") return intake.take(read.update, how);
      // Nobody could do it, now or later: it is on record, and whoever pressed a button is not kept waiting.
      log.warn("update.malformed", { update: read.id, why: read.why });
      if (read.query !== undefined) void crew?.spare({ query: read.query }).catch(() => undefined);
      return "taken";
    },
    begin(given) {
      crew = given;
      return intake.begin(given);
    },
  };
}

/** What polling brought: once this resolves with true, Telegram need not keep it any more. */
export async function takeAll(intake: Pick<Intake, "take">, updates: readonly Update[]): Promise<boolean> {
  // The next request confirms them: where Redis is away its client keeps them until it is back.
  const taken = await Promise.all(updates.map((update) => intake.take(update, { isLast: true })));
  return !taken.includes("full");
}
