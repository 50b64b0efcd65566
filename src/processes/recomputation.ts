// Runs the nightly recomputation of due instants: one process at a time, in small steps, going on where another was killed.
import { setTimeout as sleep } from "node:timers/promises";
import { createRecompute, type Recompute } from "../schedule/recompute.ts";
import type { House } from "./house.ts";
import { createNightly, type Nightly, pauseMs, startNightly, stepReaders } from "./nightly.ts";

/** What it asks of the house. */
interface Rooms {
  readonly main: House["main"];
  readonly config: { readonly env: { readonly redisPrefix: string } };
}

export function openRecompute({ main, config }: Rooms): Recompute {
  return createRecompute(main, config.env.redisPrefix, process.versions["tz"] ?? "");
}

export function createRecomputing(
  house: Rooms,
  now: () => Date = () => new Date(),
  recompute: Recompute = openRecompute(house),
): Nightly {
  return createNightly({
    redis: house.main,
    leaseKey: `{${house.config.env.redisPrefix}}:recompute:lease`,
    isOpen: () => recompute.isOpen(now()),
    async work(goesOn) {
      for (let isOver = false; !isOver; ) {
        if (!goesOn()) return null;
        isOver = await recompute.step(now(), stepReaders);
        await sleep(pauseMs);
      }
      return (await recompute.state()).corrected;
    },
  });
}

/** Rules may be newer since the last start: one is open then too. */
export function startRecomputing(house: House): { close(): Promise<void> } {
  const { log } = house;
  return startNightly("recompute", createRecomputing(house, house.clock.now), {
    done(corrected) {
      // Most nights find nothing, and so does a newcomer's first start.
      if (corrected > 0) log.info("recompute.done", { corrected });
      else log.debug("recompute.done", { corrected });
    },
    failed: (err) => log.error("recompute.failed", { err }),
  });
}
