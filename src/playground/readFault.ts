// Reads a fault that came over HTTP: what is wrong with it is said, not planned.
import type { Fault } from "./faults.ts";
import type { Limits } from "./limits.ts";
import { isObject } from "./method.ts";

const errors: readonly string[] = ["error", "reset", "cut", "delay"];

/** Throws for what is no fault, in words for who wrote the test. */
export function readFault(given: unknown): Fault {
  if (!isObject(given) || !isObject(given["kind"])) throw new Error('a fault has a "kind" with a "type"');
  const { kind, method, name, chance } = given;
  const type = String(kind["type"]);
  if (!errors.includes(type)) throw new Error(`the type of a fault is one of ${errors.join(", ")}`);
  if (type === "error" && !(isNumber(kind["code"]) && typeof kind["description"] === "string"))
    throw new Error('an error has a "code" and a "description"');
  if (type === "reset" && kind["when"] !== "before" && kind["when"] !== "after")
    throw new Error('a reset comes "when": "before" or "after" the effect');
  if (type === "delay" && !isNumber(kind["ms"])) throw new Error('a delay has its "ms"');
  for (const field of ["chat", "skip", "times"]) {
    if (given[field] !== undefined && !isNumber(given[field])) throw new Error(`"${field}" is a number`);
  }
  if (name !== undefined && typeof name !== "string") throw new Error('"name" is a text');
  const methods = Array.isArray(method) ? (method as unknown[]) : [method ?? ""];
  if (!methods.every((each) => typeof each === "string"))
    throw new Error('"method" is a name or a list of them');
  if (chance !== undefined && !(isObject(chance) && isNumber(chance["of"]) && isNumber(chance["seed"])))
    throw new Error('a chance has "of" (0 to 1) and a "seed"');
  return given as unknown as Fault;
}

/** Throws for what are no limits. */
export function readLimits(given: unknown): Limits {
  if (!isObject(given)) throw new Error("limits are an object");
  const { perSecond, perChat, perGroup } = given;
  for (const limit of [perSecond, perChat, perGroup]) {
    if (limit !== undefined && !(isNumber(limit) && limit >= 0)) throw new Error("a limit is a number");
  }
  const all = { perSecond, perChat, perGroup };
  return Object.fromEntries(Object.entries(all).filter(([, limit]) => limit !== undefined));
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
