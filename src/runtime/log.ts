// The log: one event name a line, fields without secrets, written to standard error at once.
import type { Writable } from "node:stream";
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino } from "pino";
import pretty from "pino-pretty";
import { scrub } from "./scrub.ts";

export { redact } from "./redact.ts";

/** `event` is a stable name such as "digest.sent"; `fields` are ids, durations and errors (as `err`). */
export interface Log {
  debug(event: string, fields?: object): void;
  info(event: string, fields?: object): void;
  warn(event: string, fields?: object): void;
  error(event: string, fields?: object): void;
  /** A log that adds these fields to every line. */
  child(fields: object): Log;
}

export interface LogOptions {
  readonly level: LevelWithSilent;
  readonly format: "pretty" | "json";
  /** Where lines go; standard error when absent. */
  readonly stream?: Writable;
}

/** A log that writes synchronously, in this thread: the last line before a crash is there too. */
export function createLog({ level, format, stream }: LogOptions): Log {
  const target = format === "json" ? (stream ?? destination({ fd: 2, sync: true })) : prettyStream(stream);
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "event",
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (plain: unknown) => plain }, // Scrubbed before; pino's own would fold the cause away.
    },
    target,
  );
  return wrap(logger);
}

function prettyStream(stream: Writable | undefined): DestinationStream {
  return pretty({
    destination: stream ?? 2,
    sync: true,
    colorize: stream === undefined && process.stderr.isTTY === true,
    messageKey: "event",
    translateTime: "UTC:HH:MM:ss",
    singleLine: true,
  });
}

function wrap(logger: Logger): Log {
  return {
    debug: (event, fields = {}) => logger.debug(scrub(fields), event),
    info: (event, fields = {}) => logger.info(scrub(fields), event),
    warn: (event, fields = {}) => logger.warn(scrub(fields), event),
    error: (event, fields = {}) => logger.error(scrub(fields), event),
    child: (fields) => wrap(logger.child(scrub(fields))),
  };
}
