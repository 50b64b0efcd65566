// Who comes and goes: leavers and blockers are back two hours later, who has everything forgotten is replaced by somebody new.
import { setTimeout as sleep } from "node:timers/promises";
import { pick } from "../random.js";
import { tap } from "./acts.js";

const awayHours = 2;

/** A person does one thing after another: buttons are those of what was asked last. */
export async function alone({ busy }, who, act) {
  while (busy.has(who)) await sleep(20);
  busy.add(who);
  try {
    await act();
  } finally {
    busy.delete(who);
  }
}

/** `turn(hour)` does an hour's coming and going, shares of the population being out of it. */
export function createPeople(world) {
  const { people, random, updates, telegram } = world;
  const away = [];
  let newest = Math.max(...people);

  async function leave(who, hour) {
    away.push({ who, hour: hour + awayHours });
    await updates.say(who, "/unsubscribe");
    await tap(world, who, "leave:");
  }

  /** Half of them Telegram tells us of; the others are found out by the next message to them. */
  async function block(who, hour) {
    away.push({ who, hour: hour + awayHours });
    telegram.block(who);
    if (random() < 0.5) await updates.member(who, "member", "kicked");
  }

  async function rest(who, hour) {
    away.push({ who, hour: hour + awayHours });
    await updates.say(who, "/pause 7");
  }

  async function comeBack(who) {
    telegram.unblock(who);
    await updates.member(who, "kicked", "member");
    await updates.say(who, "/start");
    await updates.say(who, "/subscribe");
    await updates.say(who, "/resume");
  }

  async function beReplaced(who) {
    // The question or the answer may be lost in one of Telegram's faults.
    for (let turn = 0; turn < 3; turn += 1) {
      await updates.say(who, "/forget");
      if (await tap(world, who, "forget:yes")) break;
    }
    telegram.forget(who);
    world.following.delete(who);
    newest += 1;
    const fresh = newest;
    people[people.indexOf(who)] = fresh;
    await updates.say(fresh, "/start ref_soak");
    if (!(await tap(world, fresh, "begin:s."))) await tap(world, fresh, "begin:go");
    await updates.say(fresh, "/subscribe");
  }

  return {
    /** The things to be done in an hour, in an order of chance with what else is done in it. */
    turn(hour) {
      const taken = new Set(away.map(({ who }) => who));
      const some = (share) =>
        Array.from({ length: Math.ceil(people.length * share) }, () => pick(random, people)).filter(
          (who) => !taken.has(who) && taken.add(who),
        );
      const back = away.filter((one) => one.hour <= hour);
      for (const one of back) away.splice(away.indexOf(one), 1);
      return [
        ...back.map(
          ({ who }) =>
            () =>
              alone(world, who, () => comeBack(who)),
        ),
        ...some(0.01).map((who) => () => alone(world, who, () => leave(who, hour))),
        ...some(0.005).map((who) => () => alone(world, who, () => block(who, hour))),
        ...some(0.003).map((who) => () => alone(world, who, () => rest(who, hour))),
        ...some(0.01).map((who) => () => alone(world, who, () => beReplaced(who))),
      ];
    },
    isAway: (who) => away.some((one) => one.who === who),
  };
}
