// An hour of the soak: who is due, what readers and the operator do, what comes into the shelf, spread over its time.
import { setTimeout as sleep } from "node:timers/promises";
import { pick, shuffle } from "../random.js";
import { pickAct, tap } from "./acts.js";
import { alone, createPeople } from "./people.js";
import { createShelf } from "./shelf.js";
import { createUpdates } from "./updates.js";

/** Acts of an hour and readers who are due in it, as shares of the population. */
const acting = 0.25;
const due = 0.15;
/** A broadcast every so many hours. */
const broadcastEvery = 5;
/** A machine that cannot keep up is given no more at once. */
const mostOpen = 60;

export function createTraffic({ random, people, telegram, port, secret, operator, house, dir }) {
  const updates = createUpdates({ port, path: "/hook", secret, telegram });
  const shelf = createShelf(dir, random);
  const world = {
    random,
    people,
    updates,
    telegram,
    newest: shelf.made,
    following: new Set(),
    busy: new Set(),
    did: { searches: 0 },
  };
  const crowd = createPeople(world);
  const counts = { broadcasts: 0 };
  let [open, failure] = [0, undefined];

  async function makeDue() {
    const now = Math.floor(Date.now() / 1000) - 1;
    const members = shuffle(random, await house.main.hkeys("{mujaz}:records"));
    const some = members.slice(0, Math.ceil(people.length * due));
    await Promise.all(some.map((member) => house.agenda.dueNow(Number(member), now)));
  }

  async function broadcast() {
    await updates.say(operator, "/admin");
    await updates.say(operator, "/broadcast");
    await updates.say(operator, `رسالة رقم ${counts.broadcasts + 1} إلى القراء`); // message number … to the readers
    // The question for whom comes behind the message itself.
    for (let turn = 0; turn < 40 && !(await tap(world, operator, "bc:for.")); turn += 1) await sleep(50);
    if (!(await tap(world, operator, "bc:go."))) return;
    // On a bad day the button was that of an older one: what counts is what runs.
    for (let turn = 0; turn < 40; turn += 1) {
      if ((await house.main.scard("{mujaz}:broadcast:active")) > 0) {
        counts.broadcasts += 1;
        return;
      }
      await sleep(50);
    }
  }

  async function act() {
    const who = pick(random, people);
    if (crowd.isAway(who) || world.busy.has(who)) return;
    await alone(world, who, () => pickAct(random)(world, who));
  }

  async function run(one) {
    open += 1;
    await Promise.resolve()
      .then(one)
      .catch((error) => {
        failure ??= error;
      });
    open -= 1;
  }

  return {
    /** Resolves when all that was begun within `ms` has had its answers. */
    async hour(hour, ms) {
      await makeDue();
      const things = shuffle(random, [
        ...Array.from({ length: Math.ceil(people.length * acting) }, () => act),
        ...crowd.turn(hour),
        () => shelf.turn(house.articles),
        // The first comes in the second hour, before the heap counts as warm; one that failed is tried again.
        ...(counts.broadcasts < Math.floor((hour + broadcastEvery - 2) / broadcastEvery) ? [broadcast] : []),
      ]);
      const begun = performance.now();
      for (const [at, one] of things.entries()) {
        const wait = begun + (ms * at) / things.length - performance.now();
        if (wait > 0) await sleep(wait);
        while (open >= mostOpen) await sleep(5);
        void run(one);
      }
      while (open > 0) await sleep(20);
      if (failure !== undefined) throw failure;
    },
    counts: () => ({
      updates: updates.counts.posted,
      refused: updates.counts.refused,
      sent: telegram.counts.sent,
      articles: shelf.made(),
      ...counts,
      ...world.did,
    }),
    async close() {
      updates.close();
    },
  };
}
