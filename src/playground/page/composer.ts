// The box a message is written in: it grows with the text, Enter sends, Shift+Enter breaks the line.
import { byId } from "./dom.ts";

/** Sets the composer up; a text that could not be sent (false) goes back into the empty box. */
export function createComposer(send: (text: string) => Promise<boolean>): void {
  const form = byId("composer", HTMLFormElement);
  const input = byId("input", HTMLTextAreaElement);
  const button = byId("send", HTMLButtonElement);

  function resize(): void {
    button.disabled = input.value.trim() === "";
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
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
    input.value = "";
    resize();
    input.focus();
    if ((await send(text)) || input.value !== "") return;
    input.value = text;
    resize();
  });
  resize();
}
