// What became of dead letters that were sent again: told by what is known of their readers now.
import type { DeadLetter } from "../schedule/dead.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { OnItsWay } from "./resend.ts";

/**
 * "waits": due, or being served; "sent": a digest, or the alert, came since; "again": it ended without being sent once more;
 * "gone": its reader is not active; "over": its turn came and there was nothing to send, or it is not known any more.
 */
export type Afterwards =
  | { readonly kind: "waits" | "gone" | "over" }
  | { readonly kind: "sent"; readonly at?: Date }
  | { readonly kind: "again"; readonly why: string };

export interface AfterwardsNeeds {
  readonly byNumber: (member: number) => Promise<Subscriber | undefined>;
  readonly pending: (member: number) => Promise<object | null>;
  /** Epoch seconds at which the reader is due; null for none. */
  readonly dueAt: (member: number) => Promise<number | null>;
  /** When the reader was told a digest last; undefined for never. */
  readonly toldAt: (member: number) => Promise<Date | undefined>;
  readonly alerted: (member: number) => Promise<readonly number[]>;
}

/** `dead`: the letters that there are now. */
export async function afterwards(
  needs: AfterwardsNeeds,
  { member, alert, resentAt }: OnItsWay,
  dead: readonly DeadLetter[],
  now: Date,
): Promise<Afterwards> {
  const again = dead.find(
    (letter) =>
      letter.member === member && letter.alert === alert && Date.parse(letter.at) >= resentAt * 1000,
  );
  if (again !== undefined) return { kind: "again", why: again.why };
  if (alert !== undefined) {
    if ((await needs.alerted(member)).includes(alert)) return { kind: "sent" };
  } else {
    const at = await needs.toldAt(member);
    if (at !== undefined && at.getTime() >= resentAt * 1000) return { kind: "sent", at };
  }
  if ((await needs.byNumber(member))?.status !== "active") return { kind: "gone" };
  const due = await needs.dueAt(member);
  const isDue = due !== null && due <= now.getTime() / 1000;
  if (alert === undefined && (isDue || (await needs.pending(member)) !== null)) return { kind: "waits" };
  // Alerts are sent within minutes, or end.
  return alert !== undefined && now.getTime() / 1000 - resentAt < 600 ? { kind: "waits" } : { kind: "over" };
}
