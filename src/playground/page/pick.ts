// A dialog in which one of several chats is chosen: for «share», and for keys that ask for a chat.
import { byId, make, toInitial } from "./dom.ts";

export interface Choice<T> {
  readonly name: string;
  readonly detail: string;
  readonly value: T;
}

/** Opens the dialog; undefined when it is closed without a choice. */
export function pick<T>(title: string, choices: readonly Choice<T>[], none: string): Promise<T | undefined> {
  const dialog = byId("pick", HTMLDialogElement);
  byId("pick-title", HTMLElement).textContent = title;
  let chosen: T | undefined;
  const items = choices.map(({ name, detail, value }) => {
    const avatar = make("span", { class: "avatar", "aria-hidden": "true" }, toInitial(name));
    const button = make(
      "button",
      { type: "button", class: "choice" },
      avatar,
      make("span", { class: "person", dir: "auto" }, name),
      make("span", { class: "detail", dir: "auto" }, detail),
    );
    button.addEventListener("click", () => {
      chosen = value;
      dialog.close();
    });
    return make("li", {}, button);
  });
  byId("pick-list", HTMLElement).replaceChildren(...(items.length > 0 ? items : [make("li", {}, none)]));
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(chosen), { once: true });
  });
}
