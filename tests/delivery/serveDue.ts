// Ticks of the clock until nobody who is due at a time of the test's is left.
import { expect } from "vitest";
import type { DeliveryQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import type { House } from "../../src/processes/house.ts";

/**
 * Serves whom the instant (epoch seconds) finds due; `setNow` sets the workers' clock. Who is due again at once is claimed by
 * the next tick, and for whom a look at a restored Redis came in between once the lease has ended: no other slot may come
 * due within it.
 */
export async function serveDue(
  house: House,
  queue: DeliveryQueue,
  setNow: (now: Date) => void,
  seconds: number,
): Promise<void> {
  const { leaseSeconds } = house.config.delivery;
  let at = seconds;
  const left = async (): Promise<number> => {
    setNow(new Date(at * 1000));
    await createTick(house, queue)(at);
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
    const waiting = await house.main.zcount("{mujaz}:due", 0, at + leaseSeconds);
    if (waiting > 0) at += leaseSeconds;
    return waiting;
  };
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
}
