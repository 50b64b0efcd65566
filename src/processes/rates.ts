// The rates at which this house sends: its pace, and what of it is paid for.
import type { Letter, Outcome } from "../delivery/outcome.ts";
import { createPace, type Pace } from "../delivery/pace.ts";
import { createPaidPace } from "../delivery/paid.ts";
import type { House } from "./house.ts";

type Rated = Pick<House, "config">;

/** Digests and broadcasts a second; 0 for no limit of ours. Of the paid rate replies and alerts keep their free share. */
export function bulkRate({ config: { env, delivery } }: Rated): number {
  if (!delivery.paidBroadcast || env.sendRate === 0) return env.sendRate;
  return Math.max(1, delivery.paidRate - env.sendRate);
}

/** Digests and broadcasts a second that the pace really lets through: the margin is taken off. */
export function servedPerSecond(house: Rated): number {
  return bulkRate(house) / (1 + house.config.delivery.rateMargin / 100);
}

/** What it would let through, or lets through, with `delivery.paidBroadcast`. */
export function paidPerSecond({ config: { env, delivery } }: Rated): number {
  return Math.max(1, delivery.paidRate - env.sendRate) / (1 + delivery.rateMargin / 100);
}

/** The pace that all processes on this Redis share. */
export function openPace({ main, config }: Pick<House, "main" | "config">): Pace {
  const { env, delivery } = config;
  const marginPercent = delivery.rateMargin;
  const free = createPace(main, env.redisPrefix, env.sendRate, { marginPercent });
  if (!delivery.paidBroadcast) return free;
  const rate = bulkRate({ config });
  return createPaidPace(free, createPace(main, env.redisPrefix, rate, { marginPercent, name: "paid" }));
}

/** Sends, and tells the pace once Telegram has answered. */
export function sendTelling(
  pace: Pick<Pace, "answered">,
  send: (letter: Letter) => Promise<Outcome>,
): (letter: Letter) => Promise<Outcome> {
  return async (letter) => {
    const outcome = await send(letter);
    pace.answered(letter.chat);
    return outcome;
  };
}
