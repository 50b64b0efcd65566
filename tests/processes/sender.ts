// Sends updates to a webhook as Telegram does: a chat's one after the other, again until they are answered with 200.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";
import { lineOf } from "../../src/bot/line.ts";

export interface Sender {
  /** Puts an update behind those of its chat. */
  send(update: Update): void;
  /** Statuses of the answers so far, 0 for none. */
  readonly answers: ReadonlyMap<number, number>;
  /** Resolves when all were answered with 200. */
  done(): Promise<void>;
  /** Gives up what is left. */
  close(): void;
}

/** Telegram waits a second before it sends again, and longer each time; here it hurries. */
const againMs = 20;

export function openSender(address: string, secret: string): Sender {
  const lines = new Map<string, Promise<void>>();
  const answers = new Map<number, number>();
  let isClosed = false;

  async function post(update: Update): Promise<number> {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(20_000),
      });
      await response.text();
      return response.status;
    } catch {
      return 0;
    }
  }
  async function insist(update: Update): Promise<void> {
    while (!isClosed) {
      const status = await post(update);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status === 200) return;
      await sleep(againMs);
    }
  }
  return {
    answers,
    send(update) {
      const line = lineOf(update);
      lines.set(
        line,
        (lines.get(line) ?? Promise.resolve()).then(() => insist(update)),
      );
    },
    async done() {
      await Promise.all(lines.values());
    },
    close() {
      isClosed = true;
    },
  };
}
