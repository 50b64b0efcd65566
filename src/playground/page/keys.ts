// The bot's keys below the composer: they send their text, or ask for a chat or a place. Once pressed they go.
import type { Message, ReplyKey } from "./contract.ts";
import { byId, make } from "./dom.ts";

/** What a pressed key does; false when it could not be done, and the keys stay. */
export type OnKey = (key: ReplyKey) => Promise<boolean>;

export interface Keys {
  /** The newest message that says something of keys decides. */
  show(messages: readonly Message[]): void;
}

export function createKeys(onKey: OnKey): Keys {
  const area = byId("keys", HTMLElement);

  function makeKey(key: ReplyKey): HTMLElement {
    const button = make("button", { type: "button", class: "key" }, make("span", { dir: "auto" }, key.text));
    button.disabled = key.asks === "number";
    button.addEventListener("click", async () => {
      if (await onKey(key)) area.hidden = true;
      byId("input", HTMLTextAreaElement).focus();
    });
    return button;
  }
  return {
    show(messages) {
      const at = messages.findLastIndex((message) => message.keys !== undefined);
      const keys = messages[at]?.keys;
      if (keys === undefined) return;
      // Who has written since has used them, perhaps on another visit.
      area.hidden = keys.length === 0 || messages.slice(at + 1).some(({ isMine }) => isMine);
      area.replaceChildren(...keys.map((row) => make("div", { class: "row" }, ...row.map(makeKey))));
    },
  };
}
