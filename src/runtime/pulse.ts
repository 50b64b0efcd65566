// Notices a Redis that keeps its connections and says nothing (stopped, or behind a dead network): its connection is given up,
// so that all goes on as in any outage.

/** What is needed of a client of ioredis. */
export interface Pulsing {
  readonly status: string;
  readonly stream: { readonly bytesRead: number };
  ping(): Promise<unknown>;
  disconnect(reconnect: boolean): void;
}

export interface PulseOptions {
  /** The pause between two looks, ms. */
  readonly everyMs?: number;
  /** Looks on end at which a question is open and not one byte has come. */
  readonly patience?: number;
  /** Called before the connection is given up. */
  readonly onSilent?: () => void;
}

/**
 * Not for a client that waits in a blocking call, which nothing answers meanwhile: ioredis' own `commandTimeout` ends those
 * too (redis/ioredis#1630), and leaves the connection as it is. What was asked is asked again on the new connection. With
 * the defaults a silent Redis is away after some five seconds, before a lease of ten has ended. Bytes are
 * counted, not answers: a long row of commands is no silence; nor is it where this process itself did not get its turn.
 */
export function watchPulse(
  redis: Pulsing,
  { everyMs = 1_000, patience = 4, onSilent = () => undefined }: PulseOptions = {},
): { close(): void } {
  let isAsked = false;
  let heard = 0;
  let silent = 0;
  let givenUp: Pulsing["stream"] | undefined;
  const answered = (): void => {
    isAsked = false;
  };
  const look = (): void => {
    // A connection that is given up stays "ready" until it is closed.
    if (redis.status !== "ready" || redis.stream === givenUp) {
      silent = 0;
      return;
    }
    const { bytesRead } = redis.stream;
    silent = isAsked && bytesRead === heard ? silent + 1 : 0;
    heard = bytesRead;
    if (!isAsked) {
      isAsked = true;
      redis.ping().then(answered, answered);
    } else if (silent >= patience) {
      givenUp = redis.stream;
      onSilent();
      redis.disconnect(true);
    }
  };
  const timer = setInterval(look, everyMs).unref();
  return { close: () => clearInterval(timer) };
}
