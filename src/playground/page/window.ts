// Which messages are drawn: a stretch of those that are here, never more than a few screens of them.
import type { Message } from "./contract.ts";

/** Known messages, rising, and the drawn stretch of them: from `begin` up to `end`, without `end`. */
export interface Window {
  readonly all: readonly Message[];
  readonly begin: number;
  readonly end: number;
}

/** Drawn at first, and at most. */
export const [firstCount, mostCount] = [16, 80];

/** A step draws so many messages at most, and goes no further where it has drawn so much text: laying it out takes time. */
const [stepCount, stepCharacters] = [8, 1_500];

/** How many of these, the next ones, make a step. */
function countStep(messages: readonly Message[]): number {
  let characters = 0;
  const last = messages.findIndex(({ text }) => {
    characters += text.length;
    return characters >= stepCharacters;
  });
  return last < 0 ? messages.length : last + 1;
}

export const nothing: Window = { all: [], begin: 0, end: 0 };

/** The newest messages. */
export function atEnd(all: readonly Message[]): Window {
  return { all, begin: Math.max(0, all.length - firstCount), end: all.length };
}

/** A step towards the first; the last so many, which are far behind, are let go. */
export function up({ all, begin, end }: Window, far: number): Window {
  const next = begin - countStep(all.slice(Math.max(0, begin - stepCount), begin).reverse());
  return { all, begin: next, end: Math.min(end - far, next + mostCount) };
}

/** A step towards the newest; the first so many are let go. */
export function down({ all, begin, end }: Window, far: number): Window {
  const next = end + countStep(all.slice(end, end + stepCount));
  return { all, begin: Math.max(begin + far, next - mostCount), end: next };
}

/** The same messages are drawn, and older ones are known. */
export function withOlder({ all, begin, end }: Window, older: readonly Message[]): Window {
  return { all: [...older, ...all], begin: begin + older.length, end: end + older.length };
}

/** With a message put in or exchanged; one behind all others is drawn where the newest ones are. */
export function withOne(window: Window, message: Message): Window {
  const { all, begin, end } = window;
  const at = all.findLastIndex(({ messageId }) => messageId <= message.messageId);
  if (all[at]?.messageId === message.messageId) return { all: all.with(at, message), begin, end };
  const place = at + 1;
  const isDrawn = place >= begin && place <= end;
  return {
    all: all.toSpliced(place, 0, message),
    begin: place < begin ? begin + 1 : begin,
    end: isDrawn || place < begin ? end + 1 : end,
  };
}

/** Without a message, if it is there. */
export function without(window: Window, messageId: number): Window {
  const { all, begin, end } = window;
  const at = all.findIndex((message) => message.messageId === messageId);
  if (at < 0) return window;
  return {
    all: all.toSpliced(at, 1),
    begin: at < begin ? begin - 1 : begin,
    end: at < end ? end - 1 : end,
  };
}
