// Replies beside a broadcast, as `web` sends them: each takes its turn from the pace that all processes share, and goes by the
// same client.
import { setTimeout as sleep } from "node:timers/promises";
import { Telegraf } from "telegraf";
import { openPace } from "../../dist/processes/rates.js";

/** More than go before all others, and fewer than are free. */
const perSecond = 20;

/** Replies to chats of their own until `signal`; how long they waited for their turns, and how many were refused. */
export async function replyMeanwhile(house, api, signal) {
  const pace = openPace(house);
  const { telegram } = new Telegraf("7:replies", { telegram: { apiRoot: api, webhookReply: false } });
  const waits = [];
  const open = [];
  let failed = 0;
  async function reply(chat) {
    const begun = performance.now();
    await pace.take("reply", undefined, chat);
    waits.push(performance.now() - begun);
    await telegram.callApi("sendMessage", { chat_id: chat, text: "أهلًا" }).catch(() => (failed += 1)); // welcome
    pace.answered(chat);
  }
  for (let chat = 8_000_000; !signal.aborted; chat += 1) {
    open.push(reply(chat));
    await sleep(1000 / perSecond);
  }
  await Promise.all(open);
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  return { perSecond, failed, p50Ms: at(0.5), p95Ms: at(0.95) };
}
