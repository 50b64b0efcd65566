// What readers do, each act with its weight: an act is what one person does within a minute.
import { between, pick } from "../random.js";

/** Words that the articles of the soak hold: the harbour, wheat, the vaccine, the satellite … */
export const words = [
  "الميناء",
  "القمح",
  "اللقاح",
  "القمر الصناعي",
  "الجامعة",
  "السكك الحديدية",
  "التحلية",
  "الزيتون",
  "المتحف",
  "الأسهم",
];
const plain = ["مرحبا", "أخبار الاقتصاد", "بحث الميناء", "شكراً", "؟؟", "كيف الطقس غداً"]; // hello, economy news, search …
const topics = ["economy", "science", "health", "technology", "culture"];

/** Buttons that change for good what stays level here, each pressed in an act of its own. */
const kept = /^(forget|leave|pause|save|fs|less|bc|block|follow|unsave):/;

/** `world` is `{ random, people, updates, telegram, newest() }`. */
export const acts = [
  [10, ({ updates }, who) => updates.say(who, "/latest")],
  [3, ({ updates, random }, who) => updates.say(who, `/latest ${pick(random, topics)}`)],
  [10, ({ updates }, who) => updates.say(who, "/digest")],
  [
    8,
    ({ updates, newest, random }, who) =>
      updates.say(who, `/a${Math.max(1, newest() - between(random, -2, 40))}`),
  ],
  [10, search],
  [10, settle],
  [12, tapAny],
  [3, tellStory],
  [8, ({ updates, random }, who) => updates.ask(who, pick(random, words))],
  [4, ({ updates, random }, who) => updates.say(who, random() < 0.5 ? "/start" : "/start t_economy")],
  [4, ({ updates }, who) => updates.say(who, "/help")],
  [2, ({ updates }, who) => updates.say(who, "/mydata")],
  [2, ({ updates }, who) => updates.say(who, "/why")],
  [2, ({ updates }, who) => updates.say(who, "/privacy")],
  [6, ({ updates, random }, who) => updates.say(who, pick(random, plain))],
  [3, ({ updates }, who) => updates.say(who, "/nosuchcommand")],
  [4, follow],
  [1, feedback],
];

/** One of the acts, by weight. */
export function pickAct(random) {
  let left = random() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act;
  }
  return acts[0][1];
}

/** Presses the chat's button that begins with `start`; false where none does. */
export async function tap({ updates, telegram, random }, who, start) {
  const shown = telegram.buttonsOf(who);
  const fitting = (shown?.data ?? []).filter((data) => data.startsWith(start));
  if (fitting.length === 0) return false;
  await updates.tap(who, pick(random, fitting), shown.message);
  return true;
}

async function tapAny({ updates, telegram, random }, who) {
  const shown = telegram.buttonsOf(who);
  const safe = (shown?.data ?? []).filter((data) => !kept.test(data));
  if (safe.length > 0) await updates.tap(who, pick(random, safe), shown.message);
  else await updates.say(who, "/topics");
}

function search({ updates, random, did }, who) {
  did.searches += 1;
  return updates.say(who, `/search ${pick(random, words)}`);
}

async function settle(world, who) {
  await world.updates.say(who, "/settings");
  for (let turn = between(world.random, 1, 4); turn > 0; turn -= 1) await tapAny(world, who);
}

/** Saves and lets go again, follows the story and lets go again. */
async function tellStory(world, who) {
  await world.updates.say(who, "/digest");
  if (!(await tap(world, who, "o:"))) return;
  const which = world.random() < 0.5 ? "save:" : "fs:";
  await tap(world, who, which);
  await tap(world, who, which);
}

/** A new word; who follows one already lets go of it, so that as many are followed at the end as in the middle. */
async function follow(world, who) {
  if (!world.following.delete(who)) {
    world.following.add(who);
    return world.updates.say(who, `/follow ${pick(world.random, words)}`);
  }
  await world.updates.say(who, "/follow");
  await tap(world, who, "follow:");
  await tap(world, who, "follow:x.");
}

async function feedback({ updates }, who) {
  await updates.say(who, "/feedback");
  await updates.say(who, "الموجز جيد"); // the digest is good
}
