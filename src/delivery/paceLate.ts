// How late messages were: each counts from when it arrived, so that no second holds more of them than were booked for it.
import { createClockOffset, createUsualDelay } from "./paceTimes.ts";

/** What is slower than this has, as a rule, been delayed by Telegram after it arrived. */
const mostLateMs = 300;

/** What was late is on record before the message that is a window behind it is booked. */
const flushMs = 100;

/** Where Telegram usually takes longer to answer (ms), a window is over before it is known who was late. */
const answersInTimeMs = 1000 - mostLateMs - flushMs;

/** Messages under way that are remembered. */
const mostUnderWay = 10_000;

/** A message's number among all, and its instant (µs of Redis's clock). */
export interface Booked {
  readonly number: number;
  readonly at: number;
}

export interface Late {
  /** Redis's clock answered `redisMicros` to a question that was asked and answered at these instants of ours (ms). */
  sample(askedMs: number, redisMicros: number, answeredMs: number): void;
  /** An instant of Redis on our own clock (ms). */
  toOwn(redisMicros: number): number;
  booked(chat: number, message: Booked): void;
  /** The message to this chat goes now: how late it is by our own fault is known. */
  goes(chat: number): void;
  /** Telegram has answered the message to this chat. */
  answered(chat: number): void;
  /** How late a message counts until it is answered (µs): a process that is killed tells nothing more of its own. */
  untilAnswered(): number;
  /** Number and instant in turn of those that are to be booked anew; they are not given twice. */
  corrections(): number[];
}

export const micros = (ms: number): number => Math.ceil(ms * 1000);

/** So much of lateness is left to the margin (ms). `flush` is called when corrections wait that no question took along. */
export function createLate(spareMs: number, flush: () => void): Late {
  const clock = createClockOffset();
  const delays = createUsualDelay();
  /** By their chat: it has one at a time. */
  const underWay = new Map<number, Booked & { goneMs?: number }>();
  let waiting: number[] = [];
  let isFlushing = false;

  const untilAnswered = (): number => (delays.usualMs() > answersInTimeMs ? 0 : micros(mostLateMs));

  function correct({ number, at }: Booked, lateMs: number, more = 0): void {
    waiting.push(number, at + micros(Math.max(0, lateMs - spareMs)) + more);
    // The next question brings it along, where there is one soon.
    if (isFlushing) return;
    isFlushing = true;
    setTimeout(() => {
      isFlushing = false;
      if (waiting.length > 0) flush();
    }, flushMs).unref();
  }

  const ownMs = ({ at }: Booked, goneMs: number): number => Math.max(0, goneMs - clock.toOwn(at));

  return {
    sample: clock.sample,
    toOwn: clock.toOwn,
    untilAnswered,
    booked(chat, message) {
      underWay.set(chat, { ...message });
      // The oldest is forgotten where nobody tells of answers.
      if (underWay.size <= mostUnderWay) return;
      const [oldest] = underWay.keys();
      if (oldest !== undefined) underWay.delete(oldest);
    },
    goes(chat) {
      const message = underWay.get(chat);
      if (message === undefined) return;
      message.goneMs = performance.now();
      const lateMs = ownMs(message, message.goneMs);
      if (lateMs > spareMs) correct(message, lateMs, untilAnswered());
    },
    answered(chat) {
      const message = underWay.get(chat);
      if (message?.goneMs === undefined) return;
      underWay.delete(chat);
      const beyondMs = Math.min(mostLateMs, delays.beyond(performance.now() - message.goneMs));
      correct(message, ownMs(message, message.goneMs) + beyondMs);
    },
    corrections() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
