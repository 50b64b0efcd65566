// A channel's or a group's settings from a private chat: the same screens, each button marked with the reader it is for.
import type { Redis } from "ioredis";
import type { Button, Keyboard } from "../delivery/outcome.ts";
import type { Pressed, Reply } from "./command.ts";
import { opaqueId } from "./opaqueId.ts";

/** `@12|time:e.07:00` is the button `time:e.07:00` for reader 12. */
const markShape = /^@(\d{1,15})\|([\s\S]*)$/;

/** Telegram's limit on callback data. */
const mostBytes = 64;

export function readMark(data: string): { readonly target: number; readonly data: string } | undefined {
  const [, target, rest] = markShape.exec(data) ?? [];
  return target === undefined || rest === undefined ? undefined : { target: Number(target), data: rest };
}

/**
 * The reply under the chat's name, as HTML, with every button for the reader `target`; a button that would grow too
 * long is left out.
 */
export function markReply(reply: Reply, target: number, name: string): Reply {
  const { html, keyboard } = reply;
  return {
    ...reply,
    html: `${name}\n\n${html}`,
    ...(keyboard !== undefined && { keyboard: markKeyboard(keyboard, target) }),
  };
}

export function markPressed(
  { edit, replies, keyboard, ...rest }: Pressed,
  target: number,
  name: string,
): Pressed {
  return {
    ...rest,
    ...(keyboard === undefined ? {} : { keyboard: markKeyboard(keyboard, target) }),
    ...(edit === undefined ? {} : { edit: markReply(edit, target, name) }),
    ...(replies === undefined ? {} : { replies: replies.map((reply) => markReply(reply, target, name)) }),
  };
}

function markKeyboard(keyboard: Keyboard, target: number): Keyboard {
  const mark = (button: Button): Button[] => {
    if (button.data === undefined) return [button];
    const data = `@${target}|${button.data}`;
    return Buffer.byteLength(data) > mostBytes ? [] : [{ ...button, data }];
  };
  return keyboard.map((row) => row.flatMap(mark)).filter((row) => row.length > 0);
}

export interface Managing {
  /** The reader whose settings this person has before him, for ten minutes from the last button. */
  current(user: number): Promise<number | undefined>;
  begin(user: number, target: number): Promise<void>;
  end(user: number): Promise<void>;
  /** Readers that this person has managed, newest first; the rights are asked each time all the same. */
  known(user: number): Promise<readonly number[]>;
  remember(user: number, target: number): Promise<void>;
  forget(user: number): Promise<void>;
}

const seconds = 600;
const mostKnown = 50;

/** What is kept here does not hold the ids of people. */
export function createManaging(redis: Redis, prefix: string): Managing {
  const now = (user: number): string => `{${prefix}}:managing:${opaqueId(user)}`;
  const all = (user: number): string => `{${prefix}}:managed:${opaqueId(user)}`;
  return {
    async current(user) {
      const target = await redis.get(now(user));
      return target === null ? undefined : Number(target);
    },
    async begin(user, target) {
      await redis.set(now(user), target, "EX", seconds);
    },
    async end(user) {
      await redis.del(now(user));
    },
    async known(user) {
      return (await redis.lrange(all(user), 0, -1)).map(Number);
    },
    async remember(user, target) {
      await redis
        .multi()
        .lrem(all(user), 0, target)
        .lpush(all(user), target)
        .ltrim(all(user), 0, mostKnown - 1)
        .exec();
    },
    async forget(user) {
      await redis.del(now(user), all(user));
    },
  };
}
