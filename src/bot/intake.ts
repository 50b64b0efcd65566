// Takes updates in and has them done: stored before Telegram is told so, each once, a chat's in their order over all processes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";
import { createGate } from "../runtime/gate.ts";
import type { Log } from "../runtime/log.ts";
import { createTurns } from "../runtime/turns.ts";
import { within } from "../runtime/wait.ts";
import type { Accepted, Arrival, Placed } from "./accepted.ts";
import { createFlood } from "./flood.ts";
import { lineOf } from "./line.ts";
import type { StoreWatch } from "./storeWatch.ts";
import { createSweeps } from "./sweeps.ts";
import { type Tap, tapOf } from "./taps.ts";

/**
 * "taken": Telegram need not keep it any more. "away": Redis does not answer; who waits for an answer was told so. "full": so
 * many are open that Telegram had better keep it.
 */
export type Taken = "taken" | "away" | "full";

export interface Intake {
  /**
   * Stores an update; `body` is its JSON where it is at hand. With `isLast` nobody gives it again: where Redis is away it is
   * stored as soon as that is back. Rejects when Redis refuses it.
   */
  take(update: Update, how?: { readonly body?: string; readonly isLast?: boolean }): Promise<Taken>;
  /** From now on updates are done here, those too that others have left; by another crew when it is called again. */
  begin(crew: Crew): void;
  /** Says that this process lives, and takes over what others left; done every second once it has begun. */
  sweep(): Promise<void>;
  /** Resolves when nothing is being done here. */
  idle(): Promise<void>;
  /**
   * Ends what is being done and leaves the rest to others; what still comes is stored for them. Rejects when something has
   * not ended in time: it is done again.
   */
  close(): Promise<void>;
}

export interface Crew {
  /** Does one update. What it throws is logged, and the update counts as done. */
  handle(update: Update): Promise<void>;
  /** Tells who waits that the bot is back in a moment. */
  regret(update: Update): Promise<void>;
  /** A second tap while the first is being answered. */
  spare(tap: Pick<Tap, "query">): Promise<void>;
}

export interface IntakeNeeds {
  /** `isWorking` is for its options. */
  readonly open: (isWorking: () => boolean) => Accepted;
  readonly store: StoreWatch;
  readonly log: Log;
  /** Updates done at the same time; the others wait in Redis. */
  readonly mostAtOnce?: number;
  readonly sweepEveryMs?: number;
  /** What is being done may take so long at the end. */
  readonly graceMs?: number;
}

/**
 * Taking in goes before doing: an update is begun when the event loop is quick. Where all are begun that there are, the 200 of
 * what comes next waits for hundreds of them; an update takes some 2 ms of a processor, taking one in 0.2 (measured).
 */
const turns = { perTurn: 1, calmMs: 2, leastEveryMs: 100 } as const;

/** From so many arrivals a second on, updates begin so far apart (ms): a loop that is never idle answers late. */
const floodPerSecond = 500;
const floodApartMs = 6;

/** A Redis that refuses is asked again so much later. */
const againMs = 500;

/** An update over which so many processes have died would end the next one too. */
const mostDeaths = 5;

export function createIntake({
  open,
  store,
  log,
  mostAtOnce = 400,
  sweepEveryMs = 1_000,
  graceMs = 15_000,
}: IntakeNeeds): Intake {
  let crew: Crew | undefined;
  const closing = new AbortController();
  const { signal } = closing;
  const accepted = open(() => crew !== undefined && !signal.aborted);
  const gate = createGate(mostAtOnce);
  const flood = createFlood(floodPerSecond);
  const apartMs = (): number => (flood.isOn(performance.now()) ? floodApartMs : 0);
  const turn = createTurns({ ...turns, apartMs });
  const running = new Map<string, Promise<void>>();
  const asides = new Set<Promise<void>>();
  const sweeps = createSweeps({
    accepted,
    isAway: store.isAway,
    isEnding: () => signal.aborted,
    // Those of this process that it does not know: the answer was lost in an outage.
    onMine: (line, deaths) => (running.has(line) ? undefined : start(line, undefined, deaths)),
    log,
    everyMs: sweepEveryMs,
  });

  /** A word to who waits, which holds up nobody. */
  function aside(say: Promise<void> | undefined): void {
    if (say === undefined) return;
    const said = say.catch(() => undefined).finally(() => asides.delete(said));
    asides.add(said);
  }

  /** Does a line's updates until there are no more, or others are to do them. */
  async function follow(line: string, first: Update | undefined, deaths: number): Promise<void> {
    let update = first ?? toUpdate(await accepted.next({ line }));
    let died = deaths;
    while (update !== undefined && crew !== undefined) {
      const { handle, regret } = crew;
      const now: Update = update;
      update = await gate(async () => {
        await turn();
        if (signal.aborted) return toUpdate(await accepted.next({ line }));
        if (store.isAway()) {
          aside(regret(now));
          await store.untilBack(signal);
        }
        if (died < mostDeaths) await attempt(handle, now);
        else log.error("update.given-up", { update: now.update_id, deaths: died });
        died = 0;
        return finish(line, now);
      });
    }
  }

  /** An update that cannot be done is done with: begun again and again, it would hold up its chat for ever. */
  async function attempt(handle: Crew["handle"], update: Update): Promise<void> {
    try {
      await handle(update);
    } catch (err) {
      log.error("update.failed", { update: update.update_id, err });
    }
  }

  /** Insists where Redis refuses: an update that is done and not noted would be done again. */
  async function finish(line: string, update: Update): Promise<Update | undefined> {
    const asked = { line, done: { id: update.update_id, tap: tapOf(update)?.key } };
    for (;;) {
      try {
        return toUpdate(await accepted.next(asked));
      } catch (err) {
        log.error("update.not-noted", { update: update.update_id, err });
        await sleep(againMs);
      }
    }
  }

  function start(line: string, first?: Update, deaths = 0): void {
    const before = running.get(line);
    // Where a sweep found the line before this was told of it, the update may be done already: Redis knows.
    const begin = before === undefined ? first : undefined;
    const run = (before ?? Promise.resolve())
      .then(() => follow(line, begin, deaths))
      .catch((err) => {
        // A Redis that refuses: the next sweep finds the line again.
        if (!signal.aborted) log.error("line.failed", { err });
      })
      .then(() => {
        if (running.get(line) === run) running.delete(line);
      });
    running.set(line, run);
  }

  async function place(update: Update, tap: Tap | undefined, arrival: Arrival): Promise<Placed> {
    const placed = await accepted.accept(arrival);
    if (placed === "first") start(arrival.line, update);
    if (placed === "adopted") start(arrival.line);
    if (placed === "tapped" && tap !== undefined) aside(crew?.spare(tap));
    return placed;
  }

  /** Redis is back and refuses what Telegram will not give again: it is asked until it takes it, or this process ends. */
  async function insist(update: Update, arrival: Arrival, cause: unknown): Promise<void> {
    for (let err = cause; !signal.aborted; ) {
      log.error("update.not-stored", { update: update.update_id, err });
      await sleep(againMs);
      try {
        if ((await place(update, tapOf(update), arrival)) !== "full") return;
        err = new Error("Too many updates are open");
      } catch (again) {
        err = again;
      }
    }
    log.error("update.lost", { update: update.update_id });
  }

  async function idle(): Promise<void> {
    await sweeps.ended();
    while (running.size + asides.size > 0) await Promise.all([...running.values(), ...asides]);
  }

  return {
    async take(update, { body, isLast = false } = {}) {
      flood.note(performance.now());
      if (store.isAway() && !isLast) {
        aside(crew?.regret(update));
        return "away";
      }
      const tap = tapOf(update);
      let placed: Placed | undefined;
      const arrival = {
        id: update.update_id,
        line: lineOf(update),
        tap: tap?.key,
        body: body ?? JSON.stringify(update),
      };
      const placing = place(update, tap, arrival).then((one) => {
        placed = one;
      });
      if (await store.unlessAway(placing)) return placed === "full" ? "full" : "taken";
      aside(crew?.regret(update));
      if (isLast) aside(placing.catch((err) => insist(update, arrival, err)));
      return "away";
    },
    begin(given) {
      crew = given;
      sweeps.begin();
    },
    sweep: sweeps.now,
    idle,
    async close() {
      closing.abort();
      sweeps.stop();
      const ended = idle();
      // Where Redis goes away nothing can be noted any more, and what waits for it would wait for ever.
      const isEnded = await within(graceMs, store.unlessAway(ended));
      if (isEnded !== true && running.size > 0) {
        throw new Error(`${running.size} chats are not done with; their update is done again`);
      }
      if (!store.isAway()) await accepted.leave();
    },
  };
}

function toUpdate(body: string | undefined): Update | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as Update);
}
