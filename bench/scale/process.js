// The clock or the worker of the scale bench, as a process of its own: `process.js clock|worker PATH`. Orders come by IPC,
// and each is answered with the processor time and the memory of this process.
import { createQueue } from "../../dist/delivery/queue.js";
import { createTick } from "../../dist/processes/clock.js";
import { startWorker } from "../../dist/processes/worker.js";
import { openHouseAt } from "./house.js";

const [role, path] = process.argv.slice(2);
const house = openHouseAt(path);
let isStopped = false;

const roles = {
  clock() {
    const queue = createQueue(house.redis.connect("queue"), {
      prefix: house.config.env.redisPrefix,
      attempts: 5,
    });
    return { tick: ({ at }) => createTick(house, queue, () => isStopped)(at) };
  },
  worker() {
    let sent = 0;
    const compositions = new WeakSet();
    let composed = 0;
    const compose = async (...asked) => {
      const made = await house.compose(...asked);
      if (!compositions.has(made)) composed += 1;
      compositions.add(made);
      return made;
    };
    // Telegram answers at once here: its time is not ours.
    const send = async () => {
      sent += 1;
      return { kind: "sent", messageId: sent };
    };
    startWorker({ ...house, compose }, { outbox: { send } });
    return { state: () => ({ sent, composed }) };
  },
};

const orders = roles[role]();
process.on("message", async ({ order, id, ...given }) => {
  if (order === "stop") isStopped = true;
  const result = await orders[order]?.(given);
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  process.send({ id, result, cpuMicros: user + system, peakMb: maxRSS / 1024 });
});
// The bench has failed: nobody asks any more.
process.on("disconnect", () => process.exit());
process.send({ id: 0 });
