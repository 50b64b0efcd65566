// Reads what a link to the bot carries: t.me/<bot>?start=t_economy, a_42, ref_campaign.

export type Payload =
  | { readonly kind: "topic"; readonly topic: string }
  | { readonly kind: "article"; readonly number: number }
  | { readonly kind: "ref"; readonly ref: string };

/** Undefined for everything that is no link of ours, which is a plain /start. At most 64 of A-Z a-z 0-9 _ -. */
export function readPayload(argument: string): Payload | undefined {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(argument)) return undefined;
  const [, letter, rest = ""] = /^(t|a|ref)_(.+)$/.exec(argument) ?? [];
  if (letter === "t") return { kind: "topic", topic: rest };
  if (letter === "ref") return { kind: "ref", ref: rest };
  if (letter === "a" && /^\d{1,12}$/.test(rest)) return { kind: "article", number: Number(rest) };
  return undefined;
}
