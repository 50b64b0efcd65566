// Sends updates to a webhook as Telegram does: a chat's one after the other, again until they are answered with 200.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";
import { lineOf } from "../../src/bot/line.ts";

export interface Sender {
  /** Puts an update behind those of its chat. */
  send(update: Update): void;
  /** Statuses of the answers so far, 0 for none. */
  readonly answers: ReadonlyMap<number, number>;
  /** Answers with 200, by the address that gave them. */
  readonly taken: ReadonlyMap<string, number>;
  /** Resolves when all were answered with 200. */
  done(): Promise<void>;
  /** Gives up what is left. */
  close(): void;
}

/** Telegram waits a second before it sends again, and longer each time; here it hurries. */
const againMs = 20;

export interface Manner {
  /** How often an update is sent at once, as if it had been sent again before the first answer came; once when absent. */
  readonly copies?: (update: Update) => number;
}

/** Each time it is sent to what `address` gives then. */
export function openSender(address: () => string, secret: string, { copies = () => 1 }: Manner = {}): Sender {
  const lines = new Map<string, Promise<void>>();
  const answers = new Map<number, number>();
  const taken = new Map<string, number>();
  let isClosed = false;

  async function post(update: Update): Promise<number> {
    const to = address();
    try {
      const response = await fetch(to, {
        method: "POST",
        headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(20_000),
      });
      await response.text();
      if (response.status === 200) taken.set(to, (taken.get(to) ?? 0) + 1);
      return response.status;
    } catch {
      return 0;
    }
  }
  async function insist(update: Update): Promise<void> {
    while (!isClosed) {
      const statuses = await Promise.all(Array.from({ length: copies(update) }, () => post(update)));
      for (const status of statuses) answers.set(status, (answers.get(status) ?? 0) + 1);
      if (statuses.includes(200)) return;
      await sleep(againMs);
    }
  }
  return {
    answers,
    taken,
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
