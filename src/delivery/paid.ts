// Paid broadcasts: digests and broadcasts at up to 1000 a second, for Telegram Stars; replies and alerts stay free.
//
// What Telegram's Bot API documentation and its FAQ say of it: `allow_paid_broadcast` on a message lifts the limit of some 30
// messages a second to 1000; each successful message above the free ones costs 0.1 Stars out of the bot's balance; a bot
// may use it with 100,000 Stars on its balance and 100,000 monthly active users (https://core.telegram.org/bots/faq).
import type { Lane, Pace } from "./pace.ts";

/** Messages a second that cost nothing. */
export const freePerSecond = 30;

const starsPerMessage = 0.1;

/**
 * What a wave of messages costs when it goes at a steady rate: those of every second beyond the free ones, in Stars,
 * rounded up. 100,000 at 1000 a second take 100 s, 3,000 are free, and 9,700 Stars are due.
 */
export function starsFor(messages: number, perSecond: number): number {
  if (perSecond <= freePerSecond) return 0;
  const paid = messages * (1 - freePerSecond / perSecond);
  // Rounded before it is rounded up: 0.1 is no binary fraction.
  return Math.ceil(Number((paid * starsPerMessage).toFixed(6)));
}

const isPaid = (lane: Lane): boolean => lane === "digest" || lane === "broadcast";

/** Two rates for one bot: what is paid for and what is not. One chat's limits and a stop of all are common to both. */
export function createPaidPace(free: Pace, paid: Pace): Pace {
  return {
    take: (lane, signal, chat) => (isPaid(lane) ? paid : free).take(lane, signal, chat),
    takeIfFree: (lane, signal, chat) => (isPaid(lane) ? paid : free).takeIfFree(lane, signal, chat),
    answered(chat) {
      free.answered(chat);
      paid.answered(chat);
    },
    // Both keep it at one place.
    throttled: (chat, seconds) => free.throttled(chat, seconds),
  };
}
