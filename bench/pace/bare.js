// The same telegraf client in a bare loop: what the machine gives without queue, record and composition.
import { readFileSync } from "node:fs";
import { Telegraf } from "telegraf";

const [root, count, atOnce, file] = process.argv.slice(2);
const letter = JSON.parse(readFileSync(file, "utf8"));
const { telegram } = new Telegraf("7:bare", { telegram: { apiRoot: root, webhookReply: false } });
let next = 0;
const begun = performance.now();
await Promise.all(
  Array.from({ length: Number(atOnce) }, async () => {
    while (next < Number(count)) {
      next += 1;
      await telegram.callApi("sendMessage", { ...letter, chat_id: 10_000_000 + next });
    }
  }),
);
console.log((Number(count) / ((performance.now() - begun) / 1000)).toFixed(0));
