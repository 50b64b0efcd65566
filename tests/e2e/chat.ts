// A reader's hands and eyes: talks to a running mujaz through the playground's HTTP API.

export interface Seen {
  readonly messageId: number;
  readonly from: "user" | "bot";
  readonly text: string;
  readonly editDate?: number;
  readonly keyboard?: readonly (readonly {
    readonly text: string;
    readonly data?: string;
    readonly url?: string;
  }[])[];
}

export interface Chat {
  messages(): Promise<readonly Seen[]>;
  /** Writes, and gives the bot's next message. */
  ask(text: string): Promise<Seen>;
  /** Presses the newest button of this text; gives the message once it was edited, or the next message. */
  press(button: string): Promise<Seen>;
  /** The first message of the bot after `afterId` that fits. */
  waitFor(fits: (message: Seen) => boolean, afterId?: number): Promise<Seen>;
  block(isBlocked: boolean): Promise<void>;
}

/** How long an answer may take before a test gives up; never waited out when all is well. */
const patienceMs = 15_000;

export function openChat(address: string, user = 1, lang = "ar"): Chat {
  async function post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${address}/playground/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user, lang, ...body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async function messages(): Promise<readonly Seen[]> {
    const response = await fetch(`${address}/playground/api/chat?user=${user}&lang=${lang}`);
    return ((await response.json()) as { messages: Seen[] }).messages;
  }

  async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) {
        const last = (await messages()).slice(-3).map(({ from, text }) => `${from}: ${text.slice(0, 200)}`);
        throw new Error(`waited in vain for ${what}; the last messages:\n${last.join("\n")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  const lastId = async (): Promise<number> => (await messages()).at(-1)?.messageId ?? 0;
  const waitFor: Chat["waitFor"] = (fits, afterId = 0) =>
    until("a message", async () =>
      (await messages()).find(
        (message) => message.from === "bot" && message.messageId > afterId && fits(message),
      ),
    );

  return {
    messages,
    waitFor,
    async ask(text) {
      const before = await lastId();
      await post("send", { text });
      return waitFor(() => true, before);
    },
    async press(button) {
      const before = await messages();
      const holder = before.findLast(({ keyboard }) =>
        keyboard?.flat().some(({ text }) => bare(text) === button),
      );
      const key = holder?.keyboard?.flat().find(({ text }) => bare(text) === button);
      if (holder === undefined || key?.data === undefined) {
        const shown = before
          .at(-1)
          ?.keyboard?.flat()
          .map(({ text }) => text);
        throw new Error(`there is no button "${button}"; the last message has ${JSON.stringify(shown)}`);
      }
      const last = before.at(-1)?.messageId ?? 0;
      await post("press", { messageId: holder.messageId, data: key.data });
      const shape = ({ text, keyboard }: Seen): string => JSON.stringify([text, keyboard]);
      return until(`an answer to "${button}"`, async () =>
        (await messages()).find(
          (message) =>
            (message.messageId === holder.messageId && shape(message) !== shape(holder)) ||
            (message.from === "bot" && message.messageId > last),
        ),
      );
    },
    async block(isBlocked) {
      await post("block", { blocked: isBlocked });
    },
  };
}

/** The text as a reader sees it: without isolates and direction marks. */
export function bare(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, "");
}
