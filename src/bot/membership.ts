// The bot's own place in groups and channels: added, removed, silenced, allowed to write again.
import type { Place } from "./placing.ts";

/** What Telegram says of the bot in a chat, as far as it matters here. */
export interface Standing {
  readonly status: string;
  readonly can_post_messages?: boolean | undefined;
  readonly can_send_messages?: boolean | undefined;
}

export type Change =
  /** The bot can write here now and could not before. */
  | { readonly kind: "welcome" }
  /** It can write here no longer, and why. */
  | { readonly kind: "gone"; readonly why: "blocked" | "kicked" | "no-rights" }
  | { readonly kind: "none" };

export function readChange(kind: Place["kind"], before: Standing, after: Standing): Change {
  const [could, can] = [canWrite(kind, before), canWrite(kind, after)];
  if (could === can && isOut(before) === isOut(after)) return { kind: "none" };
  if (can) return { kind: "welcome" };
  if (!isOut(after)) return { kind: "gone", why: "no-rights" };
  return { kind: "gone", why: kind === "private" ? "blocked" : "kicked" };
}

function isOut({ status }: Standing): boolean {
  return status === "left" || status === "kicked";
}

function canWrite(kind: Place["kind"], standing: Standing): boolean {
  if (isOut(standing)) return false;
  if (kind === "channel") return standing.status === "creator" || standing.can_post_messages === true;
  return standing.status !== "restricted" || standing.can_send_messages === true;
}
