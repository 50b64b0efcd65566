// A warning or an error as the dashboard shows it: its event, its time and its ids, and no words of anybody.
import { redact } from "./redact.ts";
import { currentTrace } from "./trace.ts";

export interface Failure {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly level: "warn" | "error";
  readonly event: string;
  /** The processes of the house that run in the one that logged it, e.g. "web+worker"; "" when absent. */
  readonly by?: string;
  /** Numbers and short words of ours, by their names. */
  readonly ids: Readonly<Record<string, string | number | boolean>>;
}

/** Fields whose texts are words of the code or of operators' files, never of readers. */
const ownWords = new Set([
  "attempt",
  "code",
  "errcode",
  "file",
  "host",
  "how",
  "kind",
  "mend",
  "method",
  "outcome",
  "part",
  "purpose",
  "reason",
  "request",
  "route",
  "source",
  "what",
  "why",
]);

/** Ids of persons and chats: a reader is a number of ours here. */
const personal = new Set(["chat", "user", "from", "thread", "id"]);

const mostFields = 12;
const mostUnits = 160;

/** Of an error its name and code are told, nothing of its prose: it may quote what somebody wrote. */
export function toFailure(level: Failure["level"], event: string, fields: object, at: Date): Failure {
  const ids: Record<string, string | number | boolean> = {};
  const all: Readonly<Record<string, unknown>> = { ...currentTrace()?.ids, ...fields };
  for (const [name, value] of Object.entries(all).slice(0, mostFields)) {
    if (personal.has(name)) continue;
    if (value instanceof Error) Object.assign(ids, ofError(value));
    else if (typeof value === "number" || typeof value === "boolean") ids[name] = value;
    else if (typeof value === "string" && ownWords.has(name)) ids[name] = short(value);
  }
  return { at: at.toISOString(), level, event, ids };
}

function ofError(error: Error): Record<string, string | number> {
  const { code } = error as { code?: unknown };
  const known = typeof code === "string" ? { code: short(code) } : typeof code === "number" ? { code } : {};
  return { error: short(error.name), ...known };
}

function short(text: string): string {
  const clean = redact(text).replace(/\s+/g, " ").trim();
  return clean.length > mostUnits ? `${clean.slice(0, mostUnits)}…` : clean;
}
