// The «/» menu: the bot's commands with their descriptions; choosing one sends it.
import type { Command } from "./contract.ts";
import { byId, make } from "./dom.ts";
import { tiePopup } from "./popup.ts";

/** Sets the menu up; call the result with each new list of commands. An empty list hides the menu. */
export function createCommands(onChoose: (command: string) => void): (commands: readonly Command[]) => void {
  const button = byId("menu", HTMLButtonElement);
  const panel = byId("commands", HTMLElement);
  const close = tiePopup(button, panel);

  return (commands) => {
    button.hidden = commands.length === 0;
    panel.replaceChildren(
      ...commands.map(({ command, description }) => {
        const name = make("bdi", { class: "name", dir: "ltr" }, `/${command}`);
        const about = make("span", { class: "about", dir: "auto" }, description);
        const item = make(
          "button",
          { type: "button", role: "menuitem", "data-command": command },
          name,
          about,
        );
        item.addEventListener("click", () => {
          close();
          byId("input", HTMLTextAreaElement).focus();
          onChoose(`/${command}`);
        });
        return item;
      }),
    );
  };
}
