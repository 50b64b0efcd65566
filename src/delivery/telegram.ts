// The one border to Telegram: sends and edits through telegraf's client, and translates its errors to ours.
import type { Telegram } from "telegraf";
import type { GoneReason, Keyboard, Letter, Outcome } from "./outcome.ts";
import { toPayload, toRows, toUpload } from "./payload.ts";

/** How long Telegram may answer the same inline query by itself. */
const inlineSeconds = 60;

/** What edits and answers come to. "same" and "lost" are nothing to worry about. */
export type EditOutcome = Outcome | { readonly kind: "same" } | { readonly kind: "lost" };

export interface Outbox {
  send(letter: Letter): Promise<Outcome>;
  edit(letter: Letter & { readonly messageId: number }): Promise<EditOutcome>;
  /** Changes the buttons under a message, and nothing else of it. */
  editKeyboard(at: {
    readonly chat: number;
    readonly messageId: number;
    readonly keyboard: Keyboard;
  }): Promise<EditOutcome>;
  /** Ends the button's spinner, with a short text where there is one. Old queries are forgiven. */
  answer(queryId: string, text?: string): Promise<void>;
  /** Answers an inline query. One that came too late is forgiven. */
  inline(queryId: string, results: readonly object[], nextOffset: string): Promise<void>;
  /** "typing…" under the bot's name. Failures are of no interest. */
  typing(chat: number, thread: number | null): Promise<void>;
}

/** Reads a foreign error as an outcome. Codes come before prose. */
export function toOutcome(error: unknown): Outcome {
  const response = responseOf(error);
  if (response === undefined) return { kind: "failed", cause: error };
  const { code, description, retryAfter, migratedTo } = response;
  if (code === 429) return { kind: "wait", seconds: retryAfter ?? 1 };
  if (migratedTo !== undefined) return { kind: "moved", chat: migratedTo };
  if (code === 403) return { kind: "gone", why: forbidden(description) };
  if (code === 400) return badRequest(description);
  if (code === 413) return { kind: "refused", why: "too-long", code };
  return { kind: "failed", cause: error };
}

interface TelegramResponse {
  readonly code: number;
  readonly description: string;
  readonly retryAfter?: number;
  readonly migratedTo?: number;
}

function responseOf(error: unknown): TelegramResponse | undefined {
  if (typeof error !== "object" || error === null || !("response" in error)) return undefined;
  const { response } = error;
  if (typeof response !== "object" || response === null || !("error_code" in response)) return undefined;
  const parameters =
    "parameters" in response ? (response.parameters as Record<string, unknown> | null) : null;
  const retryAfter = parameters?.["retry_after"];
  const migratedTo = parameters?.["migrate_to_chat_id"];
  return {
    code: Number(response.error_code),
    description: "description" in response ? String(response.description) : "",
    ...(typeof retryAfter === "number" ? { retryAfter } : {}),
    ...(typeof migratedTo === "number" ? { migratedTo } : {}),
  };
}

/** A failure in few words for a record: Telegram's answer or the system's code. No message of the client's: it may hold the token. */
export function whyFailed(error: unknown): string {
  const response = responseOf(error);
  if (response !== undefined) return `${response.code} ${response.description}`.trim();
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

function forbidden(description: string): GoneReason {
  if (/deactivated/i.test(description)) return "deactivated";
  if (/kicked|not a member/i.test(description)) return "kicked";
  if (/rights|write/i.test(description)) return "no-rights";
  return "blocked";
}

function badRequest(description: string): Outcome {
  if (/can't parse entities/i.test(description)) return { kind: "refused", why: "entities", code: 400 };
  if (/too long/i.test(description)) return { kind: "refused", why: "too-long", code: 400 };
  if (/text is empty|must be non-empty/i.test(description))
    return { kind: "refused", why: "empty", code: 400 };
  if (/thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i.test(description))
    return { kind: "gone", why: "thread-not-found" };
  if (
    /not enough rights|no rights|administrator rights|CHAT_\w*(FORBIDDEN|RESTRICTED|REQUIRED)/i.test(
      description,
    )
  ) {
    return { kind: "gone", why: "no-rights" };
  }
  if (/chat not found|PEER_ID_INVALID|USER_ID_INVALID|group chat was deactivated/i.test(description)) {
    return { kind: "gone", why: "not-found" };
  }
  return { kind: "refused", why: "other", code: 400 };
}

/**
 * Calls a method by its name, also one that the client's types do not know yet. The signal ends it: a body that is cut
 * in the middle would hang the client for 500 s.
 */
export function callTelegram<Result>(
  telegram: Telegram,
  method: string,
  payload: object,
  signal: AbortSignal,
): Promise<Result> {
  // The client's types want the AbortSignal of a polyfill; at run time it takes Node's own.
  const untyped = telegram.callApi.bind(telegram) as unknown as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<Result>;
  return untyped(method, payload, { signal });
}

/** An outbox on telegraf's client. Each call is given up after `timeoutMs`: the client itself may wait 500 s. */
export function createOutbox(telegram: Telegram, { timeoutMs }: { readonly timeoutMs: number }): Outbox {
  const call = (method: string, payload: object): Promise<unknown> =>
    callTelegram(telegram, method, payload, AbortSignal.timeout(timeoutMs));

  async function change(messageId: number, method: string, payload: object): Promise<EditOutcome> {
    try {
      await call(method, { ...payload, message_id: messageId });
      return { kind: "sent", messageId };
    } catch (error) {
      const description = responseOf(error)?.description ?? "";
      if (/message is not modified/i.test(description)) return { kind: "same" };
      if (/message to edit not found|can't be edited|MESSAGE_ID_INVALID/i.test(description)) {
        return { kind: "lost" };
      }
      return toOutcome(error);
    }
  }

  async function post(letter: Letter): Promise<Outcome> {
    try {
      const message = (await call(...toCall(letter))) as { message_id?: number };
      return { kind: "sent", messageId: message.message_id ?? 0 };
    } catch (error) {
      return toOutcome(error);
    }
  }

  return {
    send: (letter) => withPreview(letter, post),
    edit: ({ messageId, ...letter }) =>
      withPreview(letter, (each) => change(messageId, "editMessageText", toPayload(each))),
    editKeyboard: ({ chat, messageId, keyboard }) =>
      change(messageId, "editMessageReplyMarkup", {
        chat_id: chat,
        reply_markup: { inline_keyboard: toRows(keyboard) },
      }),
    async answer(queryId, text) {
      const payload = {
        callback_query_id: queryId,
        ...(text === undefined ? {} : { text: text.slice(0, 200) }),
      };
      // Too old or unknown: the spinner has ended by itself.
      await call("answerCallbackQuery", payload).catch(() => undefined);
    },
    async inline(queryId, results, nextOffset) {
      // Kept by Telegram for a moment, for this person alone: another may have another language.
      const payload = {
        inline_query_id: queryId,
        results,
        next_offset: nextOffset,
        cache_time: inlineSeconds,
        is_personal: true,
      };
      await call("answerInlineQuery", payload).catch((error) => {
        if (!/query is too old|QUERY_ID_INVALID/i.test(responseOf(error)?.description ?? "")) throw error;
      });
    },
    async typing(chat, thread) {
      const payload = {
        chat_id: chat,
        action: "typing",
        ...(thread === null ? {} : { message_thread_id: thread }),
      };
      await call("sendChatAction", payload).catch(() => undefined);
    },
  };
}

function toCall(letter: Letter): [method: string, payload: object] {
  const { photo, document } = letter;
  if (photo !== undefined) return ["sendPhoto", toUpload(letter, "photo", photo)];
  if (document !== undefined) return ["sendDocument", toUpload(letter, "document", document)];
  return ["sendMessage", toPayload(letter)];
}

/** A picture that Telegram refuses costs only itself: the text goes without it. */
async function withPreview<Result extends EditOutcome>(
  letter: Letter,
  send: (letter: Letter) => Promise<Result>,
): Promise<Result> {
  const outcome = await send(letter);
  if (letter.preview === undefined || outcome.kind !== "refused" || outcome.why !== "other") return outcome;
  const { preview: _, ...bare } = letter;
  return send(bare);
}

/** The message without its markup, for the one case in which Telegram cannot read ours. */
export function toPlain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
