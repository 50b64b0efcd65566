// The send ledger: notices that Redis went back to an older copy, and up to which slot digests may have been sent since.
// What is promised, and what not: docs/decisions/0007-send-ledger.md.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { newDataSet, pastOf } from "./dataSet.ts";
import { greater, type Known, type LedgerFile, nothingKnown } from "./ledgerFile.ts";
import { noticeRestore } from "./ledgerScript.ts";

/** Redis was restored from an older copy, or emptied. */
export interface Restored {
  /** No slot up to this one (epoch seconds) is sent any more. */
  readonly mark: number;
  /** No article up to this number is told to a reader who had such a slot. */
  readonly article: number;
  /** When it was noticed, epoch ms. */
  readonly atMs: number;
}

export interface Ledger {
  /** What the last restore left behind, whoever noticed it; null where there was none. Looks first, after every loss of the connection. */
  restored(): Promise<Restored | null>;
  /**
   * To be called before a message of a slot is sent: the slot is on the disk when it resolves. False for one that may
   * have been sent before a restore.
   */
  begin(slot: number, upTo: number): Promise<boolean>;
  /** Notes that Redis is as we left it, or that it is not. */
  beat(): Promise<void>;
  close(): void;
}

export interface LedgerNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  readonly file: LedgerFile;
  readonly now: () => Date;
  /** Called, and waited for, when a restore was noticed. */
  readonly onRestored: (restored: Restored) => Promise<void>;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** A sign of life every so often. */
export const beatMs = 30_000;

/** A crash may cost the last seconds of an append-only file: that is no restore. Two beats, to be sure. */
const toleranceSeconds = 60;

/**
 * What Redis said of a restore counts for so long: a send that was begun at that moment is on its way no shorter. Asked for
 * each send, it cost a worker a tenth of what it does.
 */
const freshMs = 20;

/** What the alarm tells the operator to do. */
const mends = {
  older: (key = "") =>
    `An older copy: nothing is to be done. If it is none: stop, delete DATA_DIR/ledger and the key ${key}, start.`,
  empty:
    "This Redis knows of no worker: it was emptied, or is a new one. Imported readers are told nothing again, who comes new is told all: nothing is to be done.",
};

/** Of Redis in this process, which dies with it: there is no copy of it. */
export const noLedger: Ledger = {
  restored: async () => null,
  begin: async () => true,
  beat: async () => undefined,
  close: () => undefined,
};

/** As the workers' ledgers left it in Redis; null where there was no restore. */
export async function readRestored(redis: Pick<Redis, "hmget">, prefix: string): Promise<Restored | null> {
  const [mark, article, at] = (await redis.hmget(`{${prefix}}:ledger`, "mark", "article", "at")).map(Number);
  return at ? { mark: mark ?? 0, article: article ?? 0, atMs: at * 1000 } : null;
}

/** True for a reader who may have been told before the restore; false for one who came after it. */
export function wasThere({ since }: { readonly since: string }, { atMs }: Pick<Restored, "atMs">): boolean {
  return Date.parse(since) < atMs;
}

/** True for what came in (again) after a restore and is older than its mark: it was told before. */
export function isRetold(
  restored: Pick<Restored, "mark" | "atMs">,
  seen: string,
  published: string,
): boolean {
  return Date.parse(seen) >= restored.atMs && Date.parse(published) <= restored.mark * 1000;
}

export function createLedger({ redis, prefix, file, now, onRestored, report }: LedgerNeeds): Ledger {
  const run = defineScript(redis, "ledger_beat", { keys: 3, lua: noticeRestore });
  const setKey = `{${prefix}}:dataset`;
  const keys = [`{${prefix}}:ledger`, `{${prefix}}:articles:sequence`, setKey];
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  /** By data set; `current` is the one that Redis held at the last look. */
  const entries = new Map<string, Known>();
  let current = "";
  let loading: Promise<string> | undefined;
  let checking: Promise<void> | undefined;
  let losses = 0;
  let newest: { readonly atMs: number; readonly restored: Promise<Restored | null> } | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let isUnwritable = false;
  // What answers next may be another server, on other data.
  const doubt = (): void => {
    losses += 1;
    checking = undefined;
    newest = undefined;
  };
  // At once, so that little comes in before the numbers of articles go on behind ours.
  const ask = (): void => void look().catch(() => undefined);
  redis.on("close", doubt);
  redis.on("ready", ask);

  /** The folder's id, and what its files say; without a folder there is a ledger for as long as the process lives. */
  function load(): Promise<string> {
    loading ??= (async () => {
      try {
        const id = await file.id();
        for (const [set, known] of await file.read()) entries.set(set, known);
        return id;
      } catch (err) {
        tellOnce(err);
        return "";
      }
    })();
    return loading;
  }

  function tellOnce(err: unknown): void {
    if (!isUnwritable) report("ledger.unwritable", { err });
    isUnwritable = true;
  }

  /** One write at a time; who waits for one that says the same needs none of its own. False where nothing was new. */
  function note(more: Partial<Known>): Promise<boolean> {
    const known = (): Known => entries.get(current) ?? nothingKnown;
    const isKnown = (): boolean =>
      Object.entries(more).every(([name, at]) => known()[name as keyof Known] >= at);
    if (isKnown()) return Promise.resolve(false);
    const one = writing.then(async () => {
      if (isKnown()) return false;
      const set = current;
      const next = greater(known(), { ...nothingKnown, ...more });
      await file.append(set, next, now()).then(() => {
        isUnwritable = false;
      }, tellOnce);
      entries.set(set, next);
      return true;
    });
    writing = one;
    return one;
  }

  async function check(): Promise<void> {
    const id = await load();
    if (id === "") return;
    const found = await redis.get(setKey);
    // The same instant for Redis and for the disk: an answer may take as long as Redis is away.
    const at = seconds();
    const { known, name = newDataSet(at), isOther } = pastOf(entries, found);
    const { mark, beat, article } = known;
    const asked = [id, found ?? "", name, beat, toleranceSeconds, at, mark, article];
    const answer = await run(...keys, ...asked);
    const [what = 0, ...left] = answer as number[];
    // Another worker was quicker to name it, or another server answered.
    if (what === -1) return check();
    if (name !== current) {
      current = name;
      if (!entries.has(name)) entries.set(name, known);
      if (isOther) report("ledger.other-data-set", { set: name });
    }
    const [leftMark = 0, leftArticle = 0, leftAt = 0, last = 0] = left;
    const restored = leftAt === 0 ? null : { mark: leftMark, article: leftArticle, atMs: leftAt * 1000 };
    if (what > 0 && restored !== null) {
      const mend = what === 1 ? mends.older(keys[0]) : mends.empty;
      report("ledger.restored", { mark: restored.mark, article: restored.article, beat, mend });
      await onRestored(restored);
    }
    await note({ beat: at, article: last });
    // What was read before this look does not know what it has found.
    newest = undefined;
  }

  function look(): Promise<void> {
    const one = check();
    checking = one;
    one.catch(() => {
      if (checking === one) checking = undefined;
    });
    return one;
  }

  function latest(): Promise<Restored | null> {
    const now = performance.now();
    if (newest !== undefined && now - newest.atMs < freshMs) return newest.restored;
    const restored = readRestored(redis, prefix);
    newest = { atMs: now, restored };
    restored.catch(() => {
      newest = undefined;
    });
    return restored;
  }

  /** Another worker may look later than this one, and its folder know more: so Redis is asked again and again. */
  async function known(): Promise<Restored | null> {
    for (;;) {
      const before = losses;
      await (checking ?? look());
      const restored = await latest();
      // An answer from behind a loss of the connection may be that of an older copy at which nobody has looked yet.
      if (losses === before) return restored;
    }
  }

  return {
    restored: known,
    async begin(slot, upTo) {
      const restored = await known();
      if (restored !== null && slot <= restored.mark) return false;
      // A slot that is served ahead of the clock is no mark: it would take all others up to it along.
      const isNew = await note({ mark: Math.min(slot, seconds()), article: upTo });
      // A copy of before this slot shall be known by it.
      if (isNew) await look();
      return true;
    },
    async beat() {
      await look();
    },
    close: () => void redis.off("close", doubt).off("ready", ask),
  };
}
