// Updates by webhook: the secret is checked, the update stored, Telegram told so at once; the work comes after.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Update } from "telegraf/types";
import type { Log } from "../runtime/log.ts";
import type { Taken } from "./intake.ts";

export interface WebhookNeeds {
  /** The address that Telegram was given; its path is ours. */
  readonly url: string;
  readonly secret: string;
  /** Stores an update; `body` is its JSON. */
  readonly take: (update: Update, how: { readonly body: string }) => Promise<Taken>;
  readonly log: Log;
}

/** An update is a few kilobytes; Telegram's largest message stays far below this. */
const mostBytes = 1024 * 1024;

/**
 * Telegram sends an update again after this many seconds, and the chat's others after it. Without the header its pauses
 * would grow with each failure (WebhookActor.cpp in tdlib/telegram-bot-api), long after Redis is back.
 */
const againSeconds = 3;

/**
 * Adds the route; before the server listens. A wrong secret is 401 before a byte of the body is read, what is no update 400,
 * more than a megabyte 413. 503 where the update could not be stored: Telegram keeps it and sends it again.
 */
export function registerWebhook(app: FastifyInstance, { url, secret, take, log }: WebhookNeeds): void {
  const isSecret = comparing(secret);
  app.register(async (scope) => {
    // The text is stored as it came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/json",
      { parseAs: "string" },
      async (_: unknown, body: unknown) => body,
    );
    scope.addHook("onRequest", async (request, reply) => {
      const given = request.headers["x-telegram-bot-api-secret-token"];
      if (isSecret(typeof given === "string" ? given : "")) return;
      // What follows the header is not wanted.
      await reply.code(401).header("connection", "close").send({ ok: false });
    });
    scope.post(new URL(url).pathname, { bodyLimit: mostBytes }, async (request, reply) => {
      const body = String(request.body);
      const update = readUpdate(body);
      if (update === undefined) return reply.code(400).send({ ok: false });
      const taken = await take(update, { body }).catch((err) => {
        log.error("webhook.not-stored", { update: update.update_id, err });
        return "away" as const;
      });
      if (taken === "taken") return { ok: true };
      return reply.code(503).header("retry-after", againSeconds).send({ ok: false });
    });
  });
}

/** Compares with the secret in constant time, whatever the length is. */
function comparing(secret: string): (given: string) => boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const known = digest(secret);
  return (given) => timingSafeEqual(digest(given), known);
}

function readUpdate(text: string): Update | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isUpdate(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isUpdate(body: unknown): body is Update {
  return (
    typeof body === "object" && body !== null && "update_id" in body && Number.isSafeInteger(body.update_id)
  );
}
