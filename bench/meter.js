// What watching costs: a count, the counts of a digest, an id in the log, the text of a scrape.
import { AsyncLocalStorage } from "node:async_hooks";
import { expose, toExposed } from "../dist/runtime/exposition.js";
import { createLog } from "../dist/runtime/log.js";
import { createMeter } from "../dist/runtime/meter.js";

const times = 1_000_000;

/** Microseconds of one call, the best of three rounds. */
function cost(call) {
  const rounds = [1, 2, 3].map(() => {
    const begun = performance.now();
    for (let at = 0; at < times; at += 1) call(at);
    return ((performance.now() - begun) * 1000) / times;
  });
  return Math.min(...rounds).toFixed(2);
}

/** Microseconds of one await, the best of three rounds. */
async function awaitCost() {
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now();
    for (let at = 0; at < times; at += 1) await undefined;
    rounds.push(((performance.now() - begun) * 1000) / times);
  }
  return Math.min(...rounds).toFixed(2);
}

export async function printMeter() {
  const meter = createMeter();
  const log = createLog({ level: "info", format: "json" });
  const count = () => meter.count("mujaz_sends_total", { purpose: "digest", outcome: "sent" });
  const observe = (at) =>
    meter.observe("mujaz_send_duration_seconds", { purpose: "digest" }, (at % 100) / 100);
  console.log(`a count                       ${cost(count)} µs`);
  console.log(`a value of a histogram        ${cost(observe)} µs`);
  const digest = (at) => {
    count();
    observe(at);
    log.debug("message.sent", { purpose: "digest", outcome: "sent", seconds: at });
    meter.observe("mujaz_digest_delay_seconds", {}, at % 1000);
    log.debug("digest.done", { job: `${at}_7`, outcome: "sent", delaySeconds: at });
  };
  console.log(`all of a digest               ${cost(digest)} µs`);
  const plain = await awaitCost();
  const storage = new AsyncLocalStorage();
  const traced = await storage.run({ ids: { update: 1 } }, awaitCost);
  console.log(`an await, without and with ids ${plain} µs, ${traced} µs`);
  const fields = Object.fromEntries([...meter.drain()].map(([field, by]) => [field, String(by)]));
  const begun = performance.now();
  for (let at = 0; at < 100; at += 1) await expose(toExposed(fields));
  console.log(`the text of a scrape          ${((performance.now() - begun) / 100).toFixed(2)} ms`);
}
