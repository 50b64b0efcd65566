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
    traced({ ids: { update: update.update_id }, hidden: () => wordsOf(update) }, async () => {
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

/** Where an update holds what people wrote, and what they are called. */
const said: ReadonlySet<string> = new Set([
  "text",
  "caption",
  "query",
  "data",
  "first_name",
  "last_name",
  "username",
  "title",
  "address",
  "phone_number",
]);

/** No update is nested deeper. */
const deepest = 8;

/** All texts and names in an update of any kind. */
export function wordsOf(value: unknown, depth = 0): string[] {
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (typeof child === "string") return said.has(key) && child !== "" ? [child] : [];
    return wordsOf(child, depth + 1);
  });
}
