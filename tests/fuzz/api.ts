// A Bot API that hands any updates over and says yes to everything: what comes out of the bot is counted by chat and query.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { AnyUpdate } from "./updates.ts";

export interface Heard {
  /** Chats that a message was written or edited in, as text. */
  readonly chats: ReadonlySet<string>;
  /** Ids of buttons and inline queries that were answered. */
  readonly queries: ReadonlySet<string>;
}

export interface Shown {
  readonly chat: number;
  readonly message: number;
  readonly data: string;
}

export interface FuzzApi {
  readonly root: string;
  /** The path and the secret that the bot has given by setWebhook. */
  webhook(): { readonly url: string; readonly secret: string } | undefined;
  /** Gives them out by getUpdates; resolves when the bot has confirmed all of them: it has handled them. */
  poll(updates: readonly AnyUpdate[]): Promise<void>;
  /** Buttons that were shown last, newest first. */
  shown(): readonly Shown[];
  /** Calls so far. */
  calls(): number;
  /** Whether all of these queries were answered since `heard` was asked last. */
  hasAnswered(ids: readonly string[]): boolean;
  /** What was heard since the last time that this was asked. */
  heard(): Heard;
  close(): Promise<void>;
}

const mostShown = 500;

/** Methods by which people get to see something. */
const shows = /^(?:send|edit|delete)/i;

export async function openFuzzApi(): Promise<FuzzApi> {
  let [queue, first, next] = [[] as readonly AnyUpdate[], 1, 1];
  let [done, wake]: (() => void)[] = [];
  let hook: { url: string; secret: string } | undefined;
  let [chats, queries] = [new Set<string>(), new Set<string>()];
  let [messages, calls] = [0, 0];
  let shown: Shown[] = [];

  function noteButtons(chat: number, message: number, markup: unknown): void {
    const { inline_keyboard: rows = [] } = (markup ?? {}) as {
      inline_keyboard?: { callback_data?: string }[][];
    };
    for (const { callback_data: data } of rows.flat())
      if (data !== undefined) shown.unshift({ chat, message, data });
    shown = shown.slice(0, mostShown);
  }

  /** Everything from `offset` on, as Telegram numbers them; waits for something to come. */
  async function updatesFrom(offset: number, signal: AbortSignal): Promise<readonly AnyUpdate[]> {
    if (offset >= next) {
      done?.();
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    return queue.slice(Math.max(0, offset - first), Math.max(0, offset - first) + 100);
  }

  async function answer(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    calls += 1;
    const { chat_id: chat, callback_query_id, inline_query_id, message_id } = payload;
    if (chat !== undefined && shows.test(method)) chats.add(String(chat));
    for (const id of [callback_query_id, inline_query_id]) if (id !== undefined) queries.add(String(id));
    switch (method.toLowerCase()) {
      case "getme":
        return { id: 7, is_bot: true, first_name: "x", username: "x_bot", can_join_groups: true };
      case "getupdates":
        return updatesFrom(Number(payload["offset"] ?? 0), signal);
      case "setwebhook":
        hook = { url: String(payload["url"]), secret: String(payload["secret_token"]) };
        return true;
      case "getchatmember":
        return {
          status: "creator",
          user: { id: Number(payload["user_id"]), is_bot: false, first_name: "x" },
        };
      case "getchatadministrators":
        return [];
      case "getchat":
        return { id: Number(chat), type: Number(chat) < 0 ? "supergroup" : "private", title: "x" };
      case "sendmessage":
      case "editmessagetext":
      case "senddocument":
      case "sendphoto":
        messages += 1;
        noteButtons(Number(chat), Number(message_id ?? messages), payload["reply_markup"]);
        return {
          message_id: Number(message_id ?? messages),
          date: 1,
          chat: { id: Number(chat), type: Number(chat) < 0 ? "supergroup" : "private" },
          text: "x",
        };
      default:
        return true;
    }
  }

  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const result = await answer(request.url?.split("/").at(-1) ?? "", await readJson(request), gone.signal);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webhook: () => hook,
    poll(updates) {
      [queue, first] = [updates, next];
      next += updates.length;
      queue = updates.map((update, index) => ({ ...update, update_id: first + index }));
      const confirmed = new Promise<void>((resolve) => {
        done = resolve;
      });
      wake?.();
      return confirmed;
    },
    shown: () => shown,
    calls: () => calls,
    hasAnswered: (ids) => ids.every((id) => queries.has(id)),
    heard() {
      const heard = { chats, queries };
      [chats, queries] = [new Set(), new Set()];
      return heard;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let body = "";
  for await (const chunk of request) body += chunk;
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    // A document comes as a form: its chat is in there.
    const chat = /name="chat_id"\r\n\r\n(-?\d+)/.exec(body)?.[1];
    return chat === undefined ? {} : { chat_id: chat };
  }
}
