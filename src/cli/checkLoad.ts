// What `mujaz doctor` says of the day to come: the fullest hour, how long its readers wait, and what paid sending costs.
import type { Config } from "../config/config.ts";
import { freePerSecond, starsFor } from "../delivery/paid.ts";
import { callTelegram } from "../delivery/telegram.ts";
import type { House } from "../processes/house.ts";
import { bulkRate, servedPerSecond } from "../processes/rates.ts";
import { createTelegraf } from "../processes/telegram.ts";
import { type Forecast, readForecast, spanOf } from "../schedule/forecast.ts";
import { type Found, fault, ok, skipped } from "./finding.ts";

/** From here on the operator is told what would shorten it. */
const longSeconds = 600;

/** What Telegram asks of a bot that pays for its broadcasts (see src/delivery/paid.ts). */
const leastBalance = 100_000;

export async function checkLoad(house: Pick<House, "main" | "config">, now: number): Promise<Found> {
  const { main, config } = house;
  const forecast = await readForecast(main, config.env.redisPrefix, now);
  return describeLoad(forecast, servedPerSecond(house), config.delivery);
}

export function describeLoad(
  forecast: Forecast,
  perSecond: number,
  { graceHours, spreadMinutes }: Config["delivery"],
): Found {
  const all = forecast.minutes.reduce((sum, count) => sum + count, 0);
  if (all === 0) return ok("nobody is due within 24 h");
  const { fullestHour, slowest } = spanOf(forecast, perSecond);
  const rate = perSecond === 0 ? "without a limit" : `at ${perSecond.toFixed(1)} a second`;
  const early = spreadMinutes > 0 ? ` (which may begin ${spreadMinutes} min early)` : "";
  const parts = [
    `${all} readers due within 24 h`,
    `fullest hour from ${clock(fullestHour.from)}: ${fullestHour.count}`,
    slowest.seconds > 0
      ? `the last of the ${slowest.count} of ${clock(slowest.minute)}${early} waits ${duration(slowest.seconds)} ${rate}`
      : `nobody waits ${rate}`,
  ];
  const isLong = slowest.seconds > longSeconds;
  const hint =
    "delivery.spreadMinutes begins a full slot early; delivery.paidBroadcast sends up to 1000 a second";
  const detail = [...parts, ...(isLong ? [hint] : [])].join("; ");
  return slowest.seconds > graceHours * 3_600
    ? fault(
        detail,
        `Raise the rate: who waits longer than ${graceHours} h gets nothing (delivery.graceHours)`,
      )
    : ok(detail);
}

/** What the digests of the next day cost, slot by slot; and whether Telegram will take the money. */
export async function checkPaid(house: Pick<House, "main" | "config">, now: number): Promise<Found> {
  const { main, config } = house;
  if (!config.delivery.paidBroadcast) return skipped("delivery.paidBroadcast is off: sending is free");
  const { minutes } = await readForecast(main, config.env.redisPrefix, now);
  const rate = bulkRate(house);
  const stars = minutes.reduce((sum, count) => sum + starsFor(count, rate), 0);
  const most = starsFor(Math.max(...minutes), rate);
  const detail =
    `digests and broadcasts at ${rate} a second, 0.1 Stars for each above ${freePerSecond}: ` +
    `${stars} Stars for the next 24 h, ${most} for the fullest slot`;
  const balance = await readBalance(config.env);
  if (balance === undefined) return ok(`${detail}; balance unknown`);
  return balance < Math.max(leastBalance, stars)
    ? fault(
        `${detail}; ${balance} Stars on the balance`,
        `Telegram wants ${leastBalance} Stars on the bot's balance and 100,000 monthly users: top it up with @BotFather, or set delivery.paidBroadcast: false`,
      )
    : ok(`${detail}; ${balance} Stars on the balance`);
}

async function readBalance(env: Config["env"]): Promise<number | undefined> {
  if (env.botToken === undefined) return undefined;
  try {
    const { telegram } = createTelegraf(env);
    const signal = AbortSignal.timeout(10_000);
    const { amount } = await callTelegram<{ amount: number }>(telegram, "getMyStarBalance", {}, signal);
    return amount;
  } catch {
    // An older Bot API server does not know the method; what the token is worth is said elsewhere.
    return undefined;
  }
}

const clock = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
