// The rows of buttons under a message, and the busy state of a pressed one until the bot answers.
import type { KeyboardButton, Message } from "./contract.ts";
import { make, toSafeLink } from "./dom.ts";
import { words } from "./words.ts";

const giveUpAfterMs = 10_000;

/** Sends a press to the bot; gives the id its answer will carry. */
export type Press = (messageId: number, data: string) => Promise<{ queryId: string }>;

/** The presses still waiting for their answer. */
export interface Presses {
  start(button: HTMLButtonElement, messageId: number, data: string): Promise<void>;
  end(queryId: string): void;
}

/** Keeps pressed buttons busy until their answer, which may come even before the press is confirmed, or 10 s. */
export function createPresses(press: Press, onFailure: () => void): Presses {
  const waiting = new Map<string, () => void>();
  const early = new Set<string>();
  return {
    async start(button, messageId, data) {
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      const release = (): void => button.removeAttribute("aria-busy");
      try {
        const { queryId } = await press(messageId, data);
        if (early.delete(queryId)) return release();
        waiting.set(queryId, release);
        setTimeout(() => {
          waiting.delete(queryId);
          release();
        }, giveUpAfterMs);
      } catch {
        release();
        onFailure();
      }
    },
    end(queryId) {
      const release = waiting.get(queryId);
      if (!release) early.add(queryId);
      waiting.delete(queryId);
      release?.();
    },
  };
}

/** What buttons do besides opening pages. */
export interface KeyActs {
  readonly presses: Presses;
  /** Inline mode with this query: here, or in a chat to be chosen. */
  onShare(query: string, isHere: boolean): void;
}

function makeButton(message: Message, button: KeyboardButton, key: string, acts: KeyActs): HTMLElement {
  const label = make("span", { dir: "auto" }, button.text);
  const href = button.url === undefined ? null : toSafeLink(button.url);
  if (href !== null) {
    const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, "↗");
    const link = make(
      "a",
      { class: "key", href, target: "_blank", rel: "noopener noreferrer" },
      label,
      arrow,
    );
    link.title = words.newTab;
    link.dataset["key"] = key;
    return link;
  }
  const node = make("button", { type: "button", class: "key", "data-key": key }, label);
  const { data, share, shareHere } = button;
  const query = share ?? shareHere;
  if (query !== undefined) {
    node.dataset["share"] = query;
    node.addEventListener("click", () => acts.onShare(query, share === undefined));
  } else if (data === undefined) node.disabled = true;
  else {
    node.dataset["data"] = data;
    node.addEventListener("click", () => void acts.presses.start(node, message.messageId, data));
  }
  return node;
}

/** The keyboard of a message, or nothing when it has none. */
export function makeKeyboard(message: Message, acts: KeyActs): HTMLElement[] {
  if (!message.keyboard?.length) return [];
  const rows = message.keyboard.map((row, y) =>
    make("div", { class: "row" }, ...row.map((button, x) => makeButton(message, button, `${y}:${x}`, acts))),
  );
  return [make("div", { class: "keyboard" }, ...rows)];
}
