// Sends a dead letter again: its reader is due now, or its alert goes to the queue; what became of it is kept for a week.
import type { Redis } from "ioredis";
import type { Agenda } from "../schedule/agenda.ts";
import type { DeadLetter } from "../schedule/dead.ts";
import type { SubscriberStore } from "../subscribers/store.ts";
import { createAlertQueue } from "./alert-queue.ts";

/** What became of one letter that was to be sent again. */
export interface Resent {
  readonly id: string;
  readonly outcome: "due" | "queued" | "unknown" | "inactive";
  readonly chat?: number;
}

/** A letter that went on its way again, as it is kept. */
export interface OnItsWay extends Pick<DeadLetter, "id" | "member" | "slot" | "alert" | "why"> {
  /** Epoch seconds. */
  readonly resentAt: number;
}

export interface Resender {
  /**
   * A letter to who is not active any more stays where it is. The others are taken off when they are on their way: a command
   * that is killed in between, or runs twice, leaves a letter that is sent again, and comes once.
   */
  resend(id: string, now: Date): Promise<Resent>;
  /** Those sent again in the last week, the newest first. */
  onTheirWay(): Promise<readonly OnItsWay[]>;
}

export interface ResendNeeds {
  readonly agenda: Pick<Agenda, "findDead" | "takeDead" | "resend">;
  readonly subscribers: Pick<SubscriberStore, "byNumber">;
  readonly redis: Pick<Redis, "lpush" | "ltrim" | "expire" | "lrange">;
  /** A connection for the queue of alerts, opened for one letter. */
  readonly connect: () => Redis;
  readonly prefix: string;
}

const mostKept = 100;
const weekSeconds = 7 * 86_400;

export function createResender({ agenda, subscribers, redis, connect, prefix }: ResendNeeds): Resender {
  const key = `{${prefix}}:dead:resent`;

  async function resendAlert(member: number, article: number): Promise<boolean> {
    if ((await subscribers.byNumber(member))?.status !== "active") return false;
    const queue = createAlertQueue(connect(), prefix);
    await queue.add([{ member, article, isAgain: true }]);
    await queue.close();
    return true;
  }

  return {
    async resend(id, now) {
      const letter = await agenda.findDead(id);
      if (letter === undefined) return { id, outcome: "unknown" };
      const { chat, member, slot, alert, why } = letter;
      const resentAt = Math.floor(now.getTime() / 1000);
      const isOnItsWay =
        alert === undefined ? await agenda.resend(letter, resentAt) : await resendAlert(member, alert);
      if (!isOnItsWay) return { id, outcome: "inactive", chat };
      await agenda.takeDead(id);
      const kept: OnItsWay = { id, member, slot, why, resentAt, ...(alert !== undefined && { alert }) };
      await redis.lpush(key, JSON.stringify(kept));
      await redis.ltrim(key, 0, mostKept - 1);
      await redis.expire(key, weekSeconds);
      return { id, outcome: alert === undefined ? "due" : "queued", chat };
    },
    async onTheirWay() {
      return (await redis.lrange(key, 0, -1)).map((json) => JSON.parse(json) as OnItsWay);
    },
  };
}
