// The updates that were taken over from Telegram and are not done yet, in Redis: none is lost with a process, none is done twice.
import type { Redis } from "ioredis";
import { gather } from "../runtime/gather.ts";
import { defineScript } from "../subscribers/script.ts";
import { acceptedScripts } from "./acceptedScripts.ts";

/** One update on its way in. */
export interface Arrival {
  readonly id: number;
  /** Updates of one line are done one after the other, over all processes. */
  readonly line: string;
  /** What was pressed, undefined for what is no button: while one is open a second one is not taken in. */
  readonly tap: string | undefined;
  /** The update as JSON. */
  readonly body: string;
}

/**
 * "first": it is this process's turn to do it. "adopted": its line is this process's now, and others come before it. "behind":
 * whoever has the line comes to it. "seen": it was taken in before. "tapped": the same button is being answered. "full": so
 * many are open that Telegram had better keep it.
 */
export type Placed = "first" | "adopted" | "behind" | "seen" | "tapped" | "full";

/** A line whose update is done, or of which nothing was done yet. */
export interface Asked {
  readonly line: string;
  readonly done?: { readonly id: number; readonly tap: string | undefined };
}

export interface Swept {
  /** All lines of this process, and how often a process has died over the first update of each, as far as it is new. */
  readonly mine: readonly { readonly line: string; readonly deaths: number }[];
  /** Processes that own lines and do not say that they live. */
  readonly silent: readonly string[];
}

export interface Accepted {
  /** Many that come at the same moment are one round trip. */
  accept(arrival: Arrival): Promise<Placed>;
  /** Notes what is done, and gives the line's next update as JSON; undefined when this process has no more to do in it. */
  next(asked: Asked): Promise<string | undefined>;
  /** Says that this process lives, and takes over the lines of nobody and of the given dead. */
  sweep(dead: readonly string[]): Promise<Swept>;
  /** This process has ended in order. */
  leave(): Promise<void>;
}

export interface AcceptedOptions {
  /** Unique to this process. */
  readonly me: string;
  /** False before it can do updates, and when it gives up its lines: what comes in is left to others. */
  readonly isWorking: () => boolean;
  /** More are not taken in: they fill the memory of Redis, some 60 MB. */
  readonly mostOpen?: number;
}

/** A process that has not said for so long that it lives may be dead. */
const livesMs = 8_000;

/** Lines that one process takes over at once: others are there too. */
const mostTaken = 1_000;

const keyOf = (prefix: string, bot: string, part: string): string => `{${prefix}}:updates:${bot}:${part}`;

/** The hash of the updates that are not done yet. */
export const openUpdatesKey = (prefix: string, bot: string): string => keyOf(prefix, bot, "open");

/** `bot` is the part of the token before the colon: bots that have lived on one Redis have updates of their own. */
export function createAccepted(
  redis: Redis,
  prefix: string,
  bot: string,
  { me, isWorking, mostOpen = 100_000 }: AcceptedOptions,
): Accepted {
  const key = (part: string): string => keyOf(prefix, bot, part);
  const [bodies, owners, taps, tries] = [key("open"), key("owners"), key("taps"), key("tries")];
  const [lines, pages, living] = [key("line:"), key("handled:"), key("lives:")];
  const acceptAll = defineScript(redis, "updates_accept", acceptedScripts.accept);
  const nextOfAll = defineScript(redis, "updates_next", acceptedScripts.next);
  const sweepAll = defineScript(redis, "updates_sweep", acceptedScripts.sweep);
  return {
    accept: gather<Arrival, Placed>(async (arrivals) => {
      const given = arrivals.flatMap(({ id, line, tap, body }) => [String(id), line, tap ?? "", body]);
      const owner = isWorking() ? me : "";
      return (await acceptAll(bodies, owners, taps, owner, lines, pages, mostOpen, ...given)) as Placed[];
    }),
    next: gather<Asked, string | undefined>(async (asked) => {
      const given = asked.flatMap(({ line, done }) => [
        line,
        done === undefined ? "" : String(done.id),
        done?.tap ?? "",
      ]);
      const stop = isWorking() ? "" : "stop";
      const answers = await nextOfAll(bodies, owners, taps, tries, me, lines, pages, stop, ...given);
      return (answers as string[]).map((body) => (body === "" ? undefined : body));
    }),
    async sweep(dead) {
      const [mine, deaths, silent] = (await sweepAll(
        owners,
        tries,
        me,
        lines,
        living,
        livesMs,
        mostTaken,
        ...dead,
      )) as [string[], number[], string[]];
      return { mine: mine.map((line, index) => ({ line, deaths: Number(deaths[index] ?? 0) })), silent };
    },
    async leave() {
      await redis.del(living + me);
    },
  };
}
