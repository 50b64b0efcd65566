// Server-sent events to one listener: whatever becomes of the connection, writing to it harms nobody else.
import type { FastifyReply } from "fastify";

export interface EventStream {
  /** Nothing happens once the stream has ended. Who does not read for long is cut off, and comes again by itself. */
  send(event: string): void;
  end(): void;
}

export interface EventStreamOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** After so long a browser comes again where the stream broke off (ms). */
  readonly retryMs: number;
  /** A sign of life so often (ms): proxies close what is silent. */
  readonly beatMs: number;
  readonly onBeat?: () => void;
  /** Called once, when nobody listens any more. */
  readonly onClose: () => void;
}

/** Bytes that wait for a listener: a screen's worth many times over. */
const mostWaiting = 1_000_000;

/** A listener that has been told of the end may take so long to go (ms). */
const graceMs = 1_000;

/** Takes the reply over; `send` takes whole events, each with its empty line. */
export function openEventStream(reply: FastifyReply, options: EventStreamOptions): EventStream {
  const { headers = {}, retryMs, beatMs, onBeat, onClose } = options;
  const { raw } = reply;
  reply.hijack();
  for (const [name, value] of Object.entries(headers)) raw.setHeader(name, value);
  raw.setHeader("content-type", "text/event-stream; charset=utf-8");
  let isOver = false;
  function finish(): void {
    if (isOver) return;
    isOver = true;
    clearInterval(beat);
    onClose();
  }
  function send(event: string): void {
    // The server ends all streams when it closes.
    if (isOver || raw.writableEnded || raw.destroyed) return;
    if (raw.writableLength > mostWaiting) raw.destroy();
    else raw.write(event);
  }
  const beat = setInterval(() => {
    send(": alive\n\n");
    onBeat?.();
  }, beatMs);
  raw.once("close", finish);
  raw.on("error", finish);
  send(`retry: ${retryMs}\n\n`);
  return {
    send,
    end() {
      finish();
      raw.end();
      setTimeout(() => raw.destroy(), graceMs).unref();
    },
  };
}
