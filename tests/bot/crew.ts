// A process that takes updates in and does them, on a Redis of the test: what it does ends when the test lets it.
import { Writable } from "node:stream";
import type { Update } from "telegraf/types";
import { type Accepted, createAccepted } from "../../src/bot/accepted.ts";
import { createIntake, type Intake } from "../../src/bot/intake.ts";
import { watchStore } from "../../src/processes/watchStore.ts";
import { createLog } from "../../src/runtime/log.ts";
import type { TestRedis } from "../redis.ts";

export interface TestProcess {
  readonly intake: Intake;
  /** Ids in the order in which their work began. */
  readonly begun: number[];
  /** Ids of those that were told to wait. */
  readonly regretted: number[];
  /** Queries of second taps. */
  readonly spared: string[];
  /** Events of the log. */
  readonly logged: string[];
  /** Ends the work on an update. */
  end(id: number): void;
  /** From now on work ends by itself. */
  flow(): void;
  /** Sweeps as often as it takes until a silent process counts as dead. */
  sweepTimes(times: number): Promise<void>;
  /** Goes away like a process that is killed: it says nothing more, and its work never ends. */
  die(): Promise<void>;
}

export interface ProcessOptions {
  readonly name: string;
  readonly bot?: string;
  readonly mostOpen?: number;
  readonly mostAtOnce?: number;
  readonly graceMs?: number;
  /** Not at once. */
  readonly isIdle?: boolean;
}

export async function openProcess(redis: TestRedis, options: ProcessOptions): Promise<TestProcess> {
  const { name, bot = "7", mostOpen, isIdle = false, ...rest } = options;
  const client = redis.connect();
  await client.ping();
  const begun: number[] = [];
  const regretted: number[] = [];
  const spared: string[] = [];
  const logged: string[] = [];
  const ends = new Map<number, () => void>();
  let isFlowing = false;
  let store: Accepted | undefined;
  const stream = new Writable({
    write(line, _encoding, done) {
      logged.push((JSON.parse(String(line)) as { event: string }).event);
      done();
    },
  });
  const intake = createIntake({
    open(isWorking) {
      const most = mostOpen === undefined ? {} : { mostOpen };
      store = createAccepted(client, "mujaz", bot, { me: name, isWorking, ...most });
      return store;
    },
    store: watchStore(client),
    log: createLog({ level: "warn", format: "json", stream }),
    // The test says when.
    sweepEveryMs: 1_000_000,
    ...rest,
  });
  const begin = (): void =>
    intake.begin({
      handle({ update_id: id }) {
        begun.push(id);
        return isFlowing ? Promise.resolve() : new Promise((resolve) => ends.set(id, resolve));
      },
      regret: async ({ update_id }) => void regretted.push(update_id),
      spare: async ({ query }) => void spared.push(query),
    });
  if (!isIdle) begin();
  return {
    intake,
    begun,
    regretted,
    spared,
    logged,
    end: (id) => ends.get(id)?.(),
    flow() {
      isFlowing = true;
      if (isIdle) begin();
      for (const end of ends.values()) end();
    },
    async sweepTimes(times) {
      for (let time = 0; time < times; time += 1) await intake.sweep();
    },
    async die() {
      client.disconnect();
      await redis.connect().del(`{mujaz}:updates:${bot}:lives:${name}`);
    },
  };
}

let messages = 0;

/** A message of a chat. */
export function message(id: number, chat: number): Update {
  messages += 1;
  const of = { id: chat, type: "private", first_name: "سالم" } as const; // Salem
  const from = { id: chat, is_bot: false, first_name: "سالم" };
  return { update_id: id, message: { message_id: messages, date: 0, chat: of, from, text: "/help" } };
}

/** A button under a chat's message. */
export function tap(id: number, chat: number, data: string, messageId = 5): Update {
  const { message: below } = message(id, chat) as Update.MessageUpdate;
  const from = { id: chat, is_bot: false, first_name: "سالم" };
  return {
    update_id: id,
    callback_query: {
      id: `query ${id}`,
      from,
      chat_instance: "1",
      data,
      message: { ...below, message_id: messageId },
    },
  } as Update;
}
