// Runs the nightly erasure of readers who have been inactive for long: one process at a time, in small steps.
import { setTimeout as sleep } from "node:timers/promises";
import { createDialogues } from "../bot/dialogues.ts";
import { createManaging } from "../bot/managing.ts";
import { createSearches } from "../bot/searches.ts";
import { createInactive } from "../schedule/inactive.ts";
import { nightOf } from "../schedule/recompute.ts";
import type { House } from "./house.ts";
import { openPrivacy } from "./mouth/privacy.ts";
import { createNightly, type Nightly, pauseMs, startNightly, stepReaders } from "./nightly.ts";

/** A night begins at this hour of UTC: after midnight's digests and before the morning's in the Arab countries. */
const nightHour = 2;

const dayMs = 86_400_000;

export function createErasing(house: House, now: () => Date = () => new Date()): Nightly {
  const { main, config } = house;
  const { redisPrefix } = config.env;
  const record = `{${redisPrefix}}:erasure`;
  const inactive = createInactive(main, redisPrefix);
  const { eraseReader } = openPrivacy(house, {
    dialogues: createDialogues(main, redisPrefix),
    searches: createSearches(main, redisPrefix),
    managing: createManaging(main, redisPrefix),
  });
  const night = (): string => nightOf(now(), nightHour);
  const isOpen = async (): Promise<boolean> => (await main.hget(record, "night")) !== night();

  /** A night that is broken off begins anew: what is noted and erased already is no work any more. */
  async function work(goesOn: () => boolean): Promise<number | null> {
    const tonight = night();
    const before = new Date(now().getTime() - config.privacy.eraseAfterDays * dayMs);
    for (let after: number | null = 0; after !== null; await sleep(pauseMs)) {
      if (!goesOn()) return null;
      after = await inactive.note(after, stepReaders, now());
    }
    let erased = 0;
    for (;;) {
      const numbers = await inactive.since(before, stepReaders);
      if (numbers.length === 0) break;
      for (const number of numbers) {
        if (!goesOn()) return null;
        if (await eraseReader(number, before)) erased += 1;
      }
      await sleep(pauseMs);
    }
    await house.agenda.dropDeadOf((member) =>
      house.subscribers.byNumber(member).then((known) => known === undefined),
    );
    await main.hset(record, { night: tonight, erased });
    return erased;
  }

  return createNightly({ redis: main, leaseKey: `${record}:lease`, isOpen, work });
}

export function startErasing(house: House): { close(): Promise<void> } {
  const { log } = house;
  return startNightly("erasure", createErasing(house), {
    done: (erased) => (erased > 0 ? log.info("readers.erased", { erased }) : undefined),
    failed: (err) => log.error("readers.erasure-failed", { err }),
  });
}
