// Follows an update from its arrival to the last word of its answer: an id in every line of its log, counted and timed.
import type { Update } from "telegraf/types";
import { traced } from "../runtime/trace.ts";
import type { House } from "./house.ts";

/** Kinds that have a series of their own; Telegram invents others. */
const types = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"] as const;

/** Wraps the handler of one update, which never throws. */
export function followUpdates(
  { meter, log }: Pick<House, "meter" | "log">,
  handle: (update: Update) => Promise<void>,
): (update: Update) => Promise<void> {
  return (update) =>
    traced({ ids: { update: idOf(update) }, hidden: () => wordsOf(update) }, async () => {
      const type = types.find((name) => name in update) ?? "other";
      const begunMs = performance.now();
      log.debug("update.received", { type });
      await handle(update);
      const seconds = (performance.now() - begunMs) / 1000;
      meter.count("mujaz_updates_total", { type });
      meter.observe("mujaz_update_duration_seconds", { type }, seconds);
      log.debug("update.handled", { type, seconds });
    });
}

/** Whoever answers as Telegram may send anything: what is no number is no id, and may hold a text. */
const idOf = ({ update_id: id }: Update): number => (Number.isSafeInteger(id) ? id : 0);

/** Words of Telegram's own, which a log may say; all others in an update are somebody's. */
const plain: ReadonlySet<string> = new Set([
  ..."private group supergroup channel sender".split(" "),
  ..."creator administrator member restricted left kicked".split(" "),
  ..."bot_command mention text_mention text_link url email hashtag bold italic code pre".split(" "),
]);

/** No update is nested deeper. */
const deepest = 12;

/** All texts and names in an update of any kind, wherever it has them: a broken one may have them anywhere. */
export function wordsOf(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return plain.has(value) ? [] : [value];
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  return Object.values(value).flatMap((child) => wordsOf(child, depth + 1));
}
