// The box a message is written in: it grows with the text, Enter sends, Shift+Enter breaks the line.
import { byId } from "./dom.ts";

/** The box, for those who write into it. */
export interface Composer {
  /** Puts a text in, with the cursor behind it. */
  write(text: string): void;
}

/** Sets the composer up; a text that could not be sent (false) goes back into the empty box. */
export function createComposer(send: (text: string) => Promise<boolean>): Composer {
  const form = byId("composer", HTMLFormElement);
  const input = byId("input", HTMLTextAreaElement);
  const button = byId("send", HTMLButtonElement);

  function resize(): void {
    button.disabled = input.value.trim() === "";
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  }
  function write(text: string): void {
    input.value = text;
    input.dispatchEvent(new Event("input"));
    input.focus();
  }
  input.addEventListener("input", resize);
  input.addEventListener("keydown", (event) => {
    // During composition Enter chooses a word of the input method; it must not send.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    write("");
    if ((await send(text)) || input.value !== "") return;
    input.value = text;
    resize();
  });
  resize();
  return { write };
}
