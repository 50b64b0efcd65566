// Dates as editors, file names and pages write them.
import { expect, it } from "vitest";
import { dateInPath, toInstant } from "../../src/articles/dates.ts";

it.each([
  ["2026-11-03", "2026-11-03T00:00:00.000Z"],
  ["2026-11-03 08:30", "2026-11-03T08:30:00.000Z"],
  ["2026-11-03T08:30:15.123Z", "2026-11-03T08:30:15.000Z"],
  ["2026-11-03T01:30:00+03:00", "2026-11-02T22:30:00.000Z"],
  ["2026-11-03T01:30:00-0530", "2026-11-03T07:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2026-02-29", undefined],
  ["2026-13-01", undefined],
  ["2026-11-03T24:01", undefined],
  ["1447-05-01", undefined],
  ["0000-00-00", undefined],
  ["9999-01-01", undefined],
  ["3/11/2026", undefined],
  ["أمس", undefined],
])("%s is %s", (text, instant) => expect(toInstant(text)).toBe(instant));

it.each([
  ["economy/2026-11-03-souq.md", "2026-11-03T00:00:00.000Z"],
  ["2026-11-03_souq.md", "2026-11-03T00:00:00.000Z"],
  ["2026-11-03.md", "2026-11-03T00:00:00.000Z"],
  ["2026-02-30-souq.md", undefined],
  ["2026-11-03/souq.md", undefined],
  ["souq.md", undefined],
])("the date in the path %s is %s", (path, instant) => expect(dateInPath(path)).toBe(instant));
