// The log: one event name a line, fields without secrets, written to standard error at once.
import type { Writable } from "node:stream";
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino } from "pino";
import pretty from "pino-pretty";
import { redact } from "./redact.ts";
import { scrub } from "./scrub.ts";
import { currentTrace, hiding } from "./trace.ts";
import { makeVisible } from "./visible.ts";

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
  /** Words that are taken out wherever they stand, whatever they look like: tokens, passwords. */
  readonly secrets?: readonly string[];
}

/** A log that writes synchronously, in this thread: the last line before a crash is there too. */
export function createLog({ level, format, stream, secrets = [] }: LogOptions): Log {
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
  return wrap(logger, withoutSecrets(secrets));
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

/** What is worked on gives its ids to every line, and takes its own words out of it. */
function wrap(logger: Logger, clean: (text: string) => string): Log {
  const write = (level: "debug" | "info" | "warn" | "error", event: string, fields: object = {}): void => {
    if (!logger.isLevelEnabled(level)) return;
    const trace = currentTrace();
    const hide = trace === undefined ? (text: string) => text : hiding(trace);
    logger[level]({ ...trace?.ids, ...scrub(fields, (text) => hide(clean(text))) }, event);
  };
  return {
    debug: (event, fields) => write("debug", event, fields),
    info: (event, fields) => write("info", event, fields),
    warn: (event, fields) => write("warn", event, fields),
    error: (event, fields) => write("error", event, fields),
    child: (fields) => wrap(logger.child(scrub(fields, clean)), clean),
  };
}

/** A secret of a letter or two would take the log apart. */
const shortestSecret = 6;

function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= shortestSecret);
  return (text) =>
    makeVisible(known.reduce((rest, secret) => rest.replaceAll(secret, "<redacted>"), redact(text)));
}
