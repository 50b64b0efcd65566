// A desk to test the agenda at: readers, a store and an agenda under a prefix of their own on a suite's Redis.
import type { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Agenda, createAgenda } from "../../src/schedule/agenda.ts";
import { createPostpone, type Postpone } from "../../src/schedule/postpone.ts";
import { slotOf } from "../../src/schedule/rotation.ts";
import { newSubscriber } from "../../src/subscribers/defaults.ts";
import { fromRecord, letterOf } from "../../src/subscribers/fields.ts";
import { createSubscriberStore, type SubscriberStore } from "../../src/subscribers/store.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { startRedis, type TestRedis } from "../redis.ts";

export interface Desk {
  readonly prefix: string;
  readonly agenda: Agenda;
  readonly store: SubscriberStore;
  readonly postpone: Postpone;
  /** An agenda over the same keys on another connection, as another process has it. */
  other(client: Redis): Agenda;
  /** When the index has the reader due, epoch seconds; null when it is not on it. */
  dueAt(number: number): Promise<number | null>;
  field(number: number, name: Parameters<typeof letterOf>[0]): Promise<string | null>;
}

let desks = 0;

export function openDesk(client: Redis): Desk {
  desks += 1;
  const prefix = `desk${desks}`;
  const store = createSubscriberStore(client, prefix);
  return {
    prefix,
    store,
    agenda: createAgenda(client, prefix, { store }),
    postpone: createPostpone(client, prefix),
    other: (redis) => createAgenda(redis, prefix, { store: createSubscriberStore(redis, prefix) }),
    async dueAt(number) {
      const score = await client.zscore(`{${prefix}}:due`, String(number));
      return score === null ? null : slotOf(score);
    },
    async field(number, name) {
      const record = await client.hget(`{${prefix}}:records`, String(number));
      return fromRecord(record)[letterOf(name)] ?? null;
    },
  };
}

export interface LentDesks {
  /** The desk of the test that runs. */
  readonly desk: Desk;
  /** A new client of the suite's Redis. */
  readonly connect: () => Redis;
  /** As `TestRedis.isReal`. */
  readonly isReal: () => boolean;
}

/** Lends the tests of a file a Redis, and each of them a desk of its own on it. Call it once, outside of them. */
export function lendDesks(): LentDesks {
  let [redis, open]: [TestRedis?, Desk?] = [];
  const lent = (): TestRedis => redis ?? fail();
  const current = (): Desk => open ?? fail();
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.close());
  beforeEach(() => {
    open = openDesk(lent().connect());
  });
  const desk: Desk = {
    get prefix() {
      return current().prefix;
    },
    get agenda() {
      return current().agenda;
    },
    get store() {
      return current().store;
    },
    get postpone() {
      return current().postpone;
    },
    other: (client) => current().other(client),
    dueAt: (number) => current().dueAt(number),
    field: (number, name) => current().field(number, name),
  };
  return { desk, connect: () => lent().connect(), isReal: () => lent().isReal };
}

function fail(): never {
  throw new Error("there is a desk in a test alone");
}

/** Wednesday, 06:00 in Cairo: an hour before the first wish of `reader`. */
export const dawn = new Date("2025-01-15T04:00:00Z");
/** 07:00 in Cairo on that day and on the next, epoch seconds. */
export const slot = Date.parse("2025-01-15T05:00:00Z") / 1000;
export const nextSlot = slot + 86_400;

/** An active reader in Cairo at 07:00 each day. */
export function reader(chat: number, differences: Partial<Subscriber> = {}): Subscriber {
  const { reason: _visitor, ...fresh } = newSubscriber({
    chat,
    thread: null,
    kind: "private",
    locale: "ar",
    zone: "Africa/Cairo",
    times: ["07:00"],
    items: 5,
    length: "standard",
    now: dawn,
  });
  return { ...fresh, status: "active", ...differences };
}

/** What a worker says when it served a slot. */
export function served(member: number, at = slot): Parameters<Agenda["acknowledge"]>[0] {
  return { member, slot: at, cursor: 42, carry: [7, 9], next: at + 86_400, outcome: "sent", now: at + 5 };
}
