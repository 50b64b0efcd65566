// The table of environment variables: what each may hold, and how it is written in the frozen value.
import { suggest } from "./nearest.ts";

/** A reader gives the value, or `{ message, mend }`; it never repeats a secret. */
export type Reading<T> = { readonly value: T } | { readonly message: string; readonly mend: string };

export const names = [
  "BOT_TOKEN",
  "TELEGRAM_API_ROOT",
  "REDIS_URL",
  "REDIS_PREFIX",
  "PORT",
  "HOST",
  "WEBHOOK_URL",
  "WEBHOOK_SECRET",
  "PUBLIC_URL",
  "ADMIN_IDS",
  "DASHBOARD_TOKEN",
  "CONTENT_DIR",
  "CONFIG_DIR",
  "DATA_DIR",
  "SEND_RATE",
  "SEND_CONCURRENCY",
  "LOG_LEVEL",
  "LOG_FORMAT",
  "ALLOW_EPHEMERAL",
  "TZ",
] as const;
export type Name = (typeof names)[number];

/** Those that may come from a file: `BOT_TOKEN_FILE=/run/secrets/token`. */
export const secretNames = ["BOT_TOKEN", "WEBHOOK_SECRET", "DASHBOARD_TOKEN", "REDIS_URL"] as const;

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export const logFormats = ["pretty", "json"] as const;

/** A whole number within limits. */
export const readInteger =
  (min: number, max: number, example: number) =>
  (text: string): Reading<number> => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return { value };
    const upTo = max === Number.MAX_SAFE_INTEGER ? "or more" : `to ${max}`;
    return {
      message: `must be a whole number, ${min} ${upTo}, not "${text}"`,
      mend: `write e.g. ${example}`,
    };
  };

/** One of a few words. */
export const readWord =
  <T extends string>(words: readonly T[]) =>
  (text: string): Reading<T> => {
    const value = words.find((word) => word === text);
    if (value !== undefined) return { value };
    return { message: `must be one of ${words.join(", ")}, not "${text}"`, mend: suggest(text, words) };
  };

/** 1 or 0, and the usual words for them. */
export function readFlag(text: string): Reading<boolean> {
  if (/^(1|true|yes|on)$/i.test(text)) return { value: true };
  if (/^(0|false|no|off)$/i.test(text)) return { value: false };
  return { message: `must be 1 or 0, not "${text}"`, mend: "write 1 for yes, 0 for no" };
}

/** An http(s) address without user, password, query or fragment; a trailing slash is dropped. */
export function readAddress(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.hash}${url.search}` === "";
  if (url && isPlain) return { value: url.href.replace(/\/+$/, "") };
  return { message: "must be an http(s) address", mend: "write it like https://news.example.org" };
}

/** Ports to which Telegram sends updates (core.telegram.org/bots/api#setwebhook). */
const webhookPorts = ["443", "80", "88", "8443"];

/** Where updates are sent. A Bot API server of one's own takes plain HTTP and any port; Telegram's takes neither. */
export const readWebhookUrl =
  (hasOwnServer: boolean) =>
  (text: string): Reading<string> => {
    const reading = readAddress(text);
    if (!("value" in reading) || hasOwnServer) return reading;
    const { protocol, port } = new URL(reading.value);
    const mend = "write the address of the proxy that ends TLS, like https://bot.example.org/hooks/3f9c";
    if (protocol !== "https:")
      return { message: "must be an https address: Telegram sends updates to no other", mend };
    if (port !== "" && !webhookPorts.includes(port))
      return { message: `has port ${port}: Telegram sends updates to 443, 80, 88 and 8443 alone`, mend };
    return reading;
  };

/** `redis://`, `rediss://`, or the absolute path of a unix socket. */
export function readRedisUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (text.startsWith("/") || (url && /^rediss?:$/.test(url.protocol) && url.hostname !== ""))
    return { value: text };
  return {
    message: "must be the address of a Redis",
    // Without a password: what stands before an @ is redacted wherever it is shown.
    mend: "write it like redis://127.0.0.1:6379/0",
  };
}

/** Telegram user ids, separated by commas or spaces. */
export function readIds(text: string): Reading<readonly number[]> {
  const parts = text.split(/[\s,]+/).filter((part) => part !== "");
  const wrong = parts.find((part) => !/^\d{1,15}$/.test(part));
  if (wrong === undefined) return { value: [...new Set(parts.map(Number))] };
  return {
    message: `"${wrong}" is not a Telegram user id`,
    mend: "write numbers, e.g. ADMIN_IDS=111111,222222",
  };
}

/** A token as BotFather gives it. Another server (`isOwnServer`) may use shorter ones. */
export const readBotToken =
  (isOwnServer: boolean) =>
  (text: string): Reading<string> => {
    const shape = isOwnServer ? /^\d+:[\w-]+$/ : /^\d{6,}:[\w-]{30,}$/;
    if (shape.test(text)) return { value: text };
    return {
      message: "does not look like a bot token (digits, a colon, then 35 letters, digits, - or _)",
      mend: "copy it again from @BotFather, whole and without quotes or spaces",
    };
  };

/** What Telegram accepts as secret_token: https://core.telegram.org/bots/api#setwebhook */
export function readWebhookSecret(text: string): Reading<string> {
  if (/^[\w-]{1,256}$/.test(text)) return { value: text };
  return {
    message: "must be 1 to 256 of A-Z, a-z, 0-9, _ and -",
    mend: "make one with: openssl rand -hex 32",
  };
}

/** The prefix of every key; braces would move keys to other Cluster slots. */
export function readPrefix(text: string): Reading<string> {
  if (/^[\w.-]{1,64}$/.test(text)) return { value: text };
  return { message: `must be letters, digits, ".", "_" and "-", not "${text}"`, mend: "write e.g. mujaz" };
}

/** Any text. */
export const readText = (text: string): Reading<string> => ({ value: text });
