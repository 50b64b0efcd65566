// What the chat page offers of time where no token is given: the digest now, and a clock that goes on faster.
import { setTimeout as sleep } from "node:timers/promises";
import { queueStandings } from "../delivery/queueState.ts";
import type { PlaygroundHost, Spot, Stride } from "../playground/host.ts";
import { nextDue } from "../schedule/due.ts";
import type { House } from "./house.ts";

type Rooms = Pick<House, "main" | "config" | "clock" | "agenda" | "subscribers">;

const hourMs = 3_600_000;
const strideMs = { hour: hourMs, day: 24 * hourMs } as const;

/** At more instants than this on the way the clock jumps the rest: thousands of readers were imported. */
const mostStops = 200;

/** So long a stop waits for what is due there; a queue that faults hold up is left behind. */
const patienceMs = 10_000;

export function createPlayTime(rooms: Rooms): PlaygroundHost {
  const { clock, agenda, subscribers, main, config } = rooms;
  const { redisPrefix } = config.env;

  /** Everybody who is due has been served, or put off. */
  async function settle(): Promise<boolean> {
    for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(50)) {
      const dueNow = await agenda.dueCount(Math.floor(clock.now().getTime() / 1000));
      const standings = await queueStandings(main, redisPrefix, 0);
      const jobs = standings.flatMap((standing) => Object.values(standing.jobs));
      if (dueNow === 0 && jobs.every((count) => count === 0)) return true;
    }
    return false;
  }

  /** The clock stops at each instant on the way, so that everybody gets what came in between at its own time. */
  async function goTo(target: Date): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      const first = await agenda.firstDue();
      if (first === null || first * 1000 > target.getTime()) break;
      // What is due already is only waited for.
      if (first * 1000 <= clock.now().getTime()) await clock.nudge();
      else await clock.moveTo(new Date(first * 1000));
      if (!(await settle())) break;
    }
    await clock.moveTo(target);
  }

  /** The next digest of that chat; null where none is to come. */
  async function nextIn({ chat, thread }: Spot): Promise<Date | null> {
    const reader = (await subscribers.byChat(chat, thread))?.subscriber;
    if (reader?.status !== "active") return null;
    const at = nextDue(reader, clock.now().getTime());
    return at === null ? null : new Date(at * 1000);
  }

  async function targetOf(stride: Stride, spot: Spot): Promise<Date | null> {
    if (stride === "next") return nextIn(spot);
    return new Date(clock.now().getTime() + strideMs[stride]);
  }

  /** One journey at a time. */
  let journey: Promise<unknown> = Promise.resolve();
  return {
    async deliver({ chat, thread }) {
      const number = await subscribers.numberOf(chat, thread);
      const at = Math.floor(clock.now().getTime() / 1000);
      if (number === undefined || !(await agenda.dueNow(number, at))) return false;
      await clock.nudge();
      return true;
    },
    clock: {
      aheadMs: clock.aheadMs,
      listen: (listener) => void clock.onNudge(listener),
      forward(stride, spot) {
        const going = journey.then(async () => {
          const target = await targetOf(stride, spot);
          if (target === null) return false;
          await goTo(target);
          return true;
        });
        journey = going.catch(() => undefined);
        return going;
      },
    },
  };
}
