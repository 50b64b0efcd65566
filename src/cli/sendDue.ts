// mujaz send-due [--at ISO] [--dry-run]: one tick of the clock by hand.
import { setTimeout as sleep } from "node:timers/promises";
import { createQueue } from "../delivery/queue.ts";
import { createTick } from "../processes/clock.ts";
import { startWorker } from "../processes/worker.ts";
import { readInstant } from "./instant.ts";
import type { Subcommand } from "./subcommand.ts";

export const sendDue: Subcommand = (program, desk) => {
  program
    .command("send-due")
    .description("one tick of the clock by hand: claims what is due and sends it")
    .option("--at <instant>", "as of this instant (ISO 8601); now when absent")
    .option("--dry-run", "only say how many are due")
    .action(async (options: { readonly at?: string; readonly dryRun?: boolean }) => {
      const at = readInstant(options.at);
      const seconds = Math.floor(at.getTime() / 1000);
      const house = await desk.house({ command: "send-due" });
      const due = await house.agenda.dueCount(seconds);
      if (options.dryRun) {
        desk.print(`${due} due at ${at.toISOString()}`);
        return;
      }
      const { redisPrefix } = house.config.env;
      const { attempts } = house.config.delivery;
      const queue = createQueue(house.redis.connect("queue"), { prefix: redisPrefix, attempts });
      // A tick refills a full queue until nothing is due: without a worker beside it it would not end.
      const worker = due > 0 ? startWorker(house) : undefined;
      const { queued } = await createTick(house, queue)(seconds);
      desk.print(`${queued} claimed at ${at.toISOString()}`);
      if (worker !== undefined) {
        // Other workers may serve some of them: done is when the queue is empty.
        while ((await queue.unfinished()) > 0) await sleep(100);
        await worker.close();
        const left = await house.agenda.dueCount(seconds);
        desk.print(
          left === 0 ? "All ended; `mujaz doctor` shows how." : `${left} are due again after a failure.`,
        );
      }
      await queue.close();
    });
};
