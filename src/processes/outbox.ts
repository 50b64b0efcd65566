// The way to Telegram of each part of the house, with every message counted and timed.
import type { Telegram } from "telegraf";
import type { Letter, Outcome } from "../delivery/outcome.ts";
import { createOutbox, type Outbox } from "../delivery/telegram.ts";
import type { House } from "./house.ts";
import { createTelegraf } from "./telegram.ts";

/** What messages are for. */
export type Purpose = "digest" | "broadcast" | "alert" | "reply" | "review" | "operator";

type Counting = Pick<House, "meter" | "log">;

/** `telegram` is a client of its own unless one is given. */
export function openOutbox(
  house: Counting & Pick<House, "config">,
  purpose: Purpose,
  telegram: Telegram = createTelegraf(house.config.env).telegram,
): Outbox {
  const { delivery } = house.config;
  const outbox = createOutbox(telegram, { timeoutMs: delivery.sendTimeoutSeconds * 1000 });
  return { ...outbox, send: countSends(house, purpose, outbox.send) };
}

/** Sends, counts the outcome, and times it. */
export function countSends(
  { meter, log }: Counting,
  purpose: Purpose,
  send: Outbox["send"],
): (letter: Letter) => Promise<Outcome> {
  return async (letter) => {
    const begunMs = performance.now();
    const outcome = await send(letter);
    const seconds = (performance.now() - begunMs) / 1000;
    meter.count("mujaz_sends_total", { purpose, outcome: outcome.kind });
    meter.observe("mujaz_send_duration_seconds", { purpose }, seconds);
    log.debug("message.sent", { purpose, outcome: outcome.kind, seconds });
    return outcome;
  };
}
