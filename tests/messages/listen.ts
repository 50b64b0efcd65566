// Listens to everything that is said through a playground, and reads it at the end of a suite.
import type { Call } from "../../src/playground/calls.ts";
import type { Fault } from "../../src/playground/faults.ts";
import type { Playground } from "../../src/playground/playground.ts";
import { lintMessage, localeOfText } from "./lint.ts";

export interface Listener {
  /** The playground, whose planned faults are known to be planned. */
  readonly playground: Playground;
  /** Faults of all that was said; each once. */
  faults(): Promise<readonly string[]>;
}

/** What Telegram says on any day of whichever message: no fault of what was said. */
const everyday =
  /not modified|query is too old|message to edit not found|chat not found|thread not found|TOPIC_|upgraded to a supergroup|not enough rights|group chat was deactivated|PEER_ID_INVALID/i;

interface Shown {
  readonly text?: string;
  readonly caption?: string;
  readonly message_thread_id?: number;
  readonly chat?: { readonly id: number };
  readonly reply_markup?: { readonly inline_keyboard?: Parameters<typeof lintMessage>[0]["keyboard"] };
}

/** `localeOf` gives the language of a chat as it is now, undefined for a chat that is not known. */
export function listen(
  playground: Playground,
  localeOf: (chat: number, thread: number | null) => Promise<string | undefined>,
): Listener {
  const found: Promise<readonly string[]>[] = [];
  const planned = new Set<string>();
  playground.onCall((call) => {
    found.push(read(call).catch(() => []));
  });

  async function read({ method, params, answer }: Call): Promise<readonly string[]> {
    if (answer === undefined) return [];
    if (!answer.ok) {
      const { error_code: code, description } = answer;
      const isExpected = code !== 400 || planned.has(description) || everyday.test(description);
      return isExpected ? [] : [`${method} was rejected: ${description}`];
    }
    if (/^answerCallbackQuery$/i.test(method)) {
      const text = String(params["text"] ?? "");
      return text === "" ? [] : lintMessage({ locale: localeOfText(text), text });
    }
    if (!/^(send|editMessage)/i.test(method)) return [];
    const shown = answer.result as Shown;
    const text = shown.text ?? shown.caption ?? "";
    const known =
      shown.chat === undefined ? undefined : await localeOf(shown.chat.id, shown.message_thread_id ?? null);
    const { inline_keyboard: keyboard = [] } = shown.reply_markup ?? {};
    const isCaption = shown.caption !== undefined;
    return lintMessage({ locale: known ?? localeOfText(text), text, isCaption, keyboard });
  }

  return {
    playground: {
      ...playground,
      fail(fault: Fault) {
        if (fault.kind.type === "error") planned.add(fault.kind.description);
        playground.fail(fault);
      },
    },
    async faults() {
      return [...new Set((await Promise.all(found)).flat())];
    },
  };
}
