// Updates by webhook: the secret is checked, Telegram gets its 200 at once, the work comes after.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Update } from "telegraf/types";

export interface WebhookNeeds {
  /** The address that Telegram was given; its path is ours. */
  readonly url: string;
  readonly secret: string;
  /** Handles one update; never throws. */
  readonly handle: (update: Update) => Promise<void>;
}

export interface Webhook {
  /** Resolves when the updates that were taken are handled. */
  settled(): Promise<void>;
}

/** An update is a few kilobytes; Telegram's largest message stays far below this. */
const mostBytes = 1024 * 1024;

/** Adds the route; before the server listens. A wrong secret is 401, what is no update 400. */
export function registerWebhook(app: FastifyInstance, { url, secret, handle }: WebhookNeeds): Webhook {
  const running = new Set<Promise<void>>();
  app.post(new URL(url).pathname, { bodyLimit: mostBytes }, async (request, reply) => {
    const given = request.headers["x-telegram-bot-api-secret-token"];
    if (!isSame(typeof given === "string" ? given : "", secret)) return reply.code(401).send({ ok: false });
    if (!isUpdate(request.body)) return reply.code(400).send({ ok: false });
    // Not waited for: an update that is not answered within a minute is sent again, and again.
    const work = handle(request.body);
    running.add(work);
    void work.finally(() => running.delete(work));
    return { ok: true };
  });
  return {
    async settled() {
      await Promise.allSettled(running);
    },
  };
}

/** In constant time, whatever the lengths are. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function isUpdate(body: unknown): body is Update {
  return typeof body === "object" && body !== null && "update_id" in body && Number.isInteger(body.update_id);
}
