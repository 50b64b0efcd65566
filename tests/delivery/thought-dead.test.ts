// A worker that was thought dead speaks again: what another one has sent of its digest meanwhile it does not send once more.
import { afterEach, expect, it } from "vitest";
import type { Letter } from "../../src/delivery/outcome.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { slotOf } from "../../src/schedule/rotation.ts";
import { openTestHouse } from "../house.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

it("a part that another worker noted as sent is left out, and whoever has the slot next goes on behind it", async () => {
  const test = await openTestHouse({ SEND_RATE: "0" });
  open.push(() => test.close());
  const { house } = test;
  const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
  open.push(() => queue.close());
  const member = await test.addReader(1001, { items: 20, length: "long" });
  const slot = slotOf((await house.main.zscore("{mujaz}:due", String(member))) ?? 0);
  const reader = await house.subscribers.byNumber(member);
  if (reader === undefined) throw new Error("no reader");
  const { parts } = await house.compose(reader, { now: new Date(slot * 1000) });
  expect(parts.length).toBeGreaterThanOrEqual(2);

  const sent: string[] = [];
  const outbox = {
    async send({ html }: Letter) {
      sent.push(html);
      // While the first part is on its way another worker sends the first two, and dies.
      if (sent.length === 1) await house.agenda.notePart(member, slot, 2);
      return { kind: "sent" as const, messageId: sent.length };
    },
  };
  const worker = startWorker(house, { outbox });
  open.push(() => worker.close());
  const serve = async (now: number): Promise<void> => {
    expect(await createTick(house, queue)(now)).toEqual({ queued: 1 });
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  };
  await serve(slot);
  expect(sent).toEqual(parts.slice(0, 1));
  // Not at its end: it is the other one's, until its lease is over.
  expect(await house.agenda.pending(member)).toMatchObject({ slot, parts: 2 });
  expect(await house.agenda.outcomes()).toEqual({});
  await serve(slot + house.config.delivery.queuedLeaseSeconds);
  expect(sent).toEqual([...parts.slice(0, 1), ...parts.slice(2)]);
  expect(await house.agenda.pending(member)).toBeNull();
  expect(await house.agenda.outcomes()).toEqual({ sent: 1 });
});
