// Updates by webhook: the secret is checked, the update stored, Telegram told so at once; the work comes after.
import type { FastifyInstance } from "fastify";
import type { Update } from "telegraf/types";
import type { Log } from "../runtime/log.ts";
import { isSameSecret } from "../runtime/sameSecret.ts";
import type { Taken } from "./intake.ts";

export interface WebhookNeeds {
  /** The address that Telegram was given; its path is ours. */
  readonly url: string;
  readonly secret: string;
  /** Stores an update; `body` is its JSON. */
  readonly take: (update: Update, how: { readonly body: string }) => Promise<Taken>;
  readonly log: Log;
}

/** The text as it came, and what it holds. */
interface Body {
  readonly text: string;
  readonly value: unknown;
}

/** The one of the parser's two shapes that Fastify gives. */
type ParseJson = (from: unknown, text: string, done: (error: Error | null, value?: unknown) => void) => void;

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
  app.register(async (scope) => {
    // Names that would change what objects are are refused, as by every other route.
    const parse = scope.getDefaultJsonParser("error", "error") as ParseJson;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "string" }, (from, text, done) =>
      // The text is stored as it came.
      parse(from, String(text), (error, value) => done(error, { text: String(text), value })),
    );
    scope.addHook("onRequest", async (request, reply) => {
      const given = request.headers["x-telegram-bot-api-secret-token"];
      if (isSameSecret(typeof given === "string" ? given : "", secret)) return;
      // What follows the header is not wanted.
      await reply.code(401).header("connection", "close").send({ ok: false });
    });
    scope.post<{ Body: Body }>(new URL(url).pathname, { bodyLimit: mostBytes }, async (request, reply) => {
      const { text: body, value } = request.body;
      if (!isUpdate(value)) return reply.code(400).send({ ok: false });
      const taken = await take(value, { body }).catch((err) => {
        log.error("webhook.not-stored", { update: value.update_id, err });
        return "away" as const;
      });
      if (taken === "taken") return { ok: true };
      return reply.code(503).header("retry-after", againSeconds).send({ ok: false });
    });
  });
}

function isUpdate(body: unknown): body is Update {
  return (
    typeof body === "object" && body !== null && "update_id" in body && Number.isSafeInteger(body.update_id)
  );
}
