// Short notices: a toast that leaves by itself, and a dialog that waits to be closed.
import { byId, make } from "./dom.ts";

const shownMs = 4000;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Shows a line over the chat for four seconds; a newer one takes its place. */
export function showToast(text: string): void {
  const toast = byId("toast", HTMLElement);
  clearTimeout(leaving);
  toast.replaceChildren(make("span", { dir: "auto" }, text));
  leaving = setTimeout(() => toast.replaceChildren(), shownMs);
}

/** Shows a text in a dialog; Escape or its button closes it. */
export function showAlert(text: string): void {
  const dialog = byId("alert", HTMLDialogElement);
  byId("alert-text", HTMLElement).textContent = text;
  if (!dialog.open) dialog.showModal();
}
