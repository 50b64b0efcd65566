// Wires the operator's lists and quotas: who gets digests, and whether there is room for one more subscriber.
import { type Admits, createAdmits, SubscribersFull } from "../bot/access.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { House } from "./house.ts";

type Rooms = Pick<House, "config" | "main" | "agenda" | "subscribers">;

export const openAdmits = ({ config }: Pick<House, "config">): Admits =>
  createAdmits(config.access, config.env.adminIds);

/** The reader of a number; one whose chat is not admitted any more ends here, and is given as inactive. */
export function createAdmittedReader(house: Rooms): (member: number) => Promise<Subscriber | undefined> {
  const { agenda, subscribers, config } = house;
  // Asked for every digest: where there are no lists, everybody is in.
  if (config.access.allow.length + config.access.deny.length === 0) return subscribers.byNumber;
  const admits = openAdmits(house);
  return async (member) => {
    const reader = await subscribers.byNumber(member);
    if (reader === undefined || admits(reader.chat)) return reader;
    if (reader.status !== "inactive") await agenda.retire(member, "denied");
    return { ...reader, status: "inactive", reason: "denied" };
  };
}

export interface Room {
  isFull(): Promise<boolean>;
  /** Throws SubscribersFull where the change would make one subscriber too many. Two at the same moment may both get the last place. */
  check(number: number, patch: Partial<Subscriber>): Promise<void>;
}

/** Counted are those who have a digest to come, groups and channels among them. */
export function openRoom({ config, main, subscribers }: Rooms): Room {
  const { maxSubscribers } = config.access;
  const isFull = async (): Promise<boolean> =>
    maxSubscribers !== null && (await main.zcard(`{${config.env.redisPrefix}}:due`)) >= maxSubscribers;
  return {
    isFull,
    async check(number, patch) {
      if (maxSubscribers === null || patch.status !== "active") return;
      const known = await subscribers.byNumber(number);
      if (known?.status === "inactive" && (await isFull())) throw new SubscribersFull();
    },
  };
}
