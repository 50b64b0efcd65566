// The readers of a drill: who they are, who has blocked the bot, whose group has moved, all due at one instant.
import type { Playground } from "../../../src/playground/playground.ts";
import type { Agenda } from "../../../src/schedule/agenda.ts";
import type { Subscriber } from "../../../src/subscribers/subscriber.ts";
import { createRandom } from "../../articles/crash/random.ts";
import { reader } from "../../schedule/desk.ts";

export interface DrillReader {
  readonly member: number;
  /** Where the record stood at the beginning. */
  readonly chat: number;
  /** Where Telegram has moved it since. */
  readonly movedTo?: number;
  readonly isBlocked: boolean;
}

/** A group that has become a supergroup, one who has blocked the bot, and who gets what is sent. */
export type ReaderKind = "moved" | "blocked" | "reached";

const first = 5_000_000;

/** Wishes in different zones may be one instant. */
const zones = ["Africa/Cairo", "Asia/Riyadh", "Africa/Casablanca", "Europe/Berlin", "Asia/Dubai"];

/** 3 % have digests of several messages, the others differ in length, items and digits. */
function taste(random: () => number): Partial<Subscriber> {
  if (random() < 0.03) return { items: 20, length: "long", digits: "latin" };
  const length = (["headlines", "short", "standard"] as const)[Math.floor(random() * 3)] ?? "short";
  return { length, items: 3 + Math.floor(random() * 3), digits: random() < 0.5 ? "latin" : "arabic" };
}

/**
 * Subscribes them for the minute of `wishMs` in their zones. 1 % have blocked the bot, 0.5 % are groups that became
 * supergroups without our hearing of it. `kinds` says what the first ones are, whatever chance has for them.
 */
export async function gatherReaders(
  { playground, agenda }: { readonly playground: Playground; readonly agenda: Agenda },
  {
    count,
    seed,
    wishMs,
    now,
    kinds = [],
  }: {
    readonly count: number;
    readonly seed: number;
    readonly wishMs: number;
    readonly now: Date;
    readonly kinds?: readonly ReaderKind[];
  },
): Promise<readonly DrillReader[]> {
  const random = createRandom(seed);
  playground.addCrowd({ first, count });
  const plans = Array.from({ length: count }, (_, index) => {
    const [zone = "UTC", isGroup, isBlocked] = [
      zones[Math.floor(random() * zones.length)],
      random() < 0.005,
      random() < 0.01,
    ];
    const kind = kinds[index] ?? (isGroup ? "moved" : isBlocked ? "blocked" : "reached");
    const settings = { ...taste(random), zone, times: [clockTime(wishMs, zone)] };
    if (kind !== "moved") {
      if (kind === "blocked") playground.blockIn(first + index, true);
      return { chat: first + index, isBlocked: kind === "blocked", settings };
    }
    const chat = playground.makeGroup({ title: `قراء ${index}`, kind: "group", members: [1] }).id; // "readers"
    return { chat, movedTo: playground.migrateGroup(chat), isBlocked: false, settings };
  });
  const gathered: DrillReader[] = [];
  for (let at = 0; at < plans.length; at += 1_000) {
    const some = plans.slice(at, at + 1_000).map(async ({ settings, ...plan }) => {
      const kind = plan.movedTo === undefined ? "private" : "group";
      return { ...plan, member: await agenda.upsert(reader(plan.chat, { ...settings, kind }), now) };
    });
    gathered.push(...(await Promise.all(some)));
  }
  return gathered;
}

/** "HH:MM" on a clock of that zone. */
function clockTime(atMs: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  return format.format(atMs);
}

/** Makes all of them due in a moment, whatever their wishes; gives the instant in epoch seconds. */
export async function makeDue(
  { agenda }: { readonly agenda: Agenda },
  readers: readonly DrillReader[],
): Promise<number> {
  const due = Math.ceil(Date.now() / 1000) + 1;
  await Promise.all(readers.map(({ member }) => agenda.dueNow(member, due)));
  return due;
}
