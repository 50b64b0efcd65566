// The contract of a method of the embedded Bot API, and how its parameters are read.
import { badRequest } from "./apiError.ts";
import type { World } from "./world.ts";

export type Params = Readonly<Record<string, unknown>>;

/** Gives the `result`, or throws ApiError. */
export type Method = (world: World, params: Params) => unknown | Promise<unknown>;

/** A file that came with the call. */
export class Upload {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, mimeType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.mimeType = mimeType;
    this.bytes = bytes;
  }
}

/** A parameter that may come as JSON inside a form; `what` is its name in Telegram's complaint. */
export function readJson(params: Params, name: string, what = name): unknown {
  const value = params[name];
  if (typeof value !== "string") return value;
  if (value === "") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

export function readNumber(params: Params, name: string, otherwise: number): number {
  const value = params[name];
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : otherwise;
}

export function readText(params: Params, name: string): string {
  const value = params[name];
  return typeof value === "string" ? value : "";
}

export function readFlag(params: Params, name: string): boolean {
  const value = params[name];
  return value === true || (typeof value === "string" && /^(true|yes|1)$/i.test(value));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
