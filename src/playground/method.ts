// The contract of a method of the embedded Bot API, and how its parameters are read.
import { badRequest } from "./apiError.ts";
import type { Chat, World } from "./world.ts";

export type Params = Readonly<Record<string, unknown>>;

/** Gives the `result`, or throws ApiError. */
export type Method = (world: World, params: Params) => unknown | Promise<unknown>;

/** A parameter that may come as JSON inside a form. */
export function readJson(params: Params, name: string): unknown {
  const value = params[name];
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
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

/** The chat that `chat_id` names. */
export function chatOf(world: World, params: Params): Chat {
  if (params["chat_id"] === undefined || params["chat_id"] === "") throw badRequest("chat_id is empty");
  const chat = world.chat(readNumber(params, "chat_id", Number.NaN));
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}
