// The updates of this house's bot on their way in, by webhook and by polling alike.
import { randomUUID } from "node:crypto";
import type { Update } from "telegraf/types";
import { createAccepted } from "../bot/accepted.ts";
import { createIntake, type Intake } from "../bot/intake.ts";
import { type House, playgroundToken } from "./house.ts";
import { watchStore } from "./watchStore.ts";

/** Nothing is done before `begin`; what comes meanwhile is stored. */
export function openIntake({ main, config, log }: Pick<House, "main" | "config" | "log">): Intake {
  const { env } = config;
  const [bot = ""] = (env.botToken ?? playgroundToken).split(":");
  const me = randomUUID();
  return createIntake({
    open: (isWorking) => createAccepted(main, env.redisPrefix, bot, { me, isWorking }),
    store: watchStore(main),
    log,
  });
}

/** What polling brought: once this resolves with true, Telegram need not keep it any more. */
export async function takeAll(intake: Pick<Intake, "take">, updates: readonly Update[]): Promise<boolean> {
  // The next request confirms them: where Redis is away its client keeps them until it is back.
  const taken = await Promise.all(updates.map((update) => intake.take(update, { isLast: true })));
  return !taken.includes("full");
}
