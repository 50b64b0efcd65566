// The line over the composer that says which message is being answered.
import type { Message } from "./contract.ts";
import { byId } from "./dom.ts";
import { wordsWith } from "./words.ts";

export interface Reply {
  start(message: Message): void;
  /** The answered message, undefined for none; the line goes. */
  take(): number | undefined;
}

/** Sets the line up; Escape in the composer and its button end it. */
export function createReply(): Reply {
  const bar = byId("replying", HTMLElement);
  const input = byId("input", HTMLTextAreaElement);
  let answered: number | undefined;

  function end(): void {
    answered = undefined;
    bar.hidden = true;
  }
  byId("reply-cancel", HTMLButtonElement).addEventListener("click", () => {
    end();
    input.focus();
  });
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") end();
  });

  return {
    start({ messageId, sender, text }) {
      answered = messageId;
      byId("reply-name", HTMLElement).textContent = wordsWith("replyTo", sender?.name ?? "");
      byId("reply-text", HTMLElement).textContent = text.replace(/\s+/gu, " ").slice(0, 90);
      bar.hidden = false;
      input.focus();
    },
    take() {
      const id = answered;
      end();
      return id;
    },
  };
}
