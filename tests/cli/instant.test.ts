// Instants on the command line: ISO 8601, and nothing that only looks like a date.
import { expect, it } from "vitest";
import { readInstant } from "../../src/cli/instant.ts";

it.each([
  ["2026-11-25T05:00:00Z", "2026-11-25T05:00:00.000Z"],
  ["2026-11-25T07:00+02:00", "2026-11-25T05:00:00.000Z"],
  ["2026-11-25T05:00", "2026-11-25T05:00:00.000Z"],
  ["2026-11-25", "2026-11-25T00:00:00.000Z"],
])("takes %s", (text, expected) => expect(readInstant(text).toISOString()).toBe(expected));

it.each(["5", "tomorrow", "2026-02-30T00:00:00Z", "11/25/2026", "2026-11-25T25:00Z", ""])(
  'refuses "%s"',
  (text) => expect(() => readInstant(text)).toThrow(/is no instant/),
);
