// A real log that writes JSON lines into memory, and a data folder of its own for a test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { createLog, type Log } from "../../src/runtime/log.ts";

export interface Captured {
  readonly log: Log;
  readonly text: () => string;
  readonly lines: () => Record<string, unknown>[];
  readonly events: () => unknown[];
}

export function captureLog(format: "json" | "pretty" = "json"): Captured {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const lines = (): Record<string, unknown>[] =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  return {
    log: createLog({ level: "debug", format, stream }),
    text: () => text,
    lines,
    events: () => lines().map((line) => line["event"]),
  };
}

/** A fresh folder that is deleted when the test ends. */
export function makeDataDir(prefix = "mujaz-test-"): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
