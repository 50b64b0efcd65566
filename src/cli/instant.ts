// An instant as the command line takes it.
import { readDate } from "../schedule/calendar.ts";
import { Misuse } from "./subcommand.ts";

const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** ISO 8601, UTC where no offset is written; now for none. */
export function readInstant(text: string | undefined): Date {
  if (text === undefined) return new Date();
  // The engine alone would take "5" for the year 2001, and 30 February for 2 March.
  const at = iso.test(text) && readDate(text.slice(0, 10)) ? new Date(text) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) {
    throw new Misuse(`"${text}" is no instant. Write ISO 8601, e.g. --at 2026-11-25T05:00:00Z`);
  }
  return at;
}
