// The head of the chat: the bot's name and state, the people to speak as, the language and the block switch.
import type { Chat, User } from "./contract.ts";
import { byId, make, toInitial } from "./dom.ts";
import { tiePopup } from "./popup.ts";
import { lang, pageAddress, user, words } from "./words.ts";

/** What the line under the bot's name says. */
export type State = "bot" | "typing" | "connecting";

/** The parts of the head that change. */
export interface Header {
  showChat(chat: Chat): void;
  showState(state: State): void;
}

function makeUser(person: User): HTMLElement {
  const avatar = make("span", { class: "avatar", "aria-hidden": "true" }, toInitial(person.name));
  avatar.dataset["colour"] = String(person.user);
  const name = make("span", { class: "person", dir: "auto" }, person.name);
  const link = make(
    "a",
    { href: pageAddress(person.user, lang), "data-user": String(person.user) },
    avatar,
    name,
  );
  if (person.user === user) link.setAttribute("aria-current", "page");
  return make("li", {}, link);
}

/** Sets the head up; `block` tells the bot and gives false when it could not. */
export function createHeader(block: (isBlocked: boolean) => Promise<boolean>): Header {
  const state = byId("state", HTMLElement);
  const toggle = byId("block", HTMLButtonElement);
  const unblock = byId("unblock", HTMLButtonElement);
  const closeMenu = tiePopup(byId("more", HTMLButtonElement), byId("options", HTMLElement));
  byId("language", HTMLAnchorElement).href = pageAddress(user, lang === "en" ? "ar" : "en");

  function showBlocked(isBlocked: boolean): void {
    toggle.setAttribute("aria-checked", String(isBlocked));
    unblock.hidden = !isBlocked;
    byId("composer", HTMLFormElement).hidden = isBlocked;
  }
  async function set(isBlocked: boolean): Promise<void> {
    if (!(await block(isBlocked))) return;
    showBlocked(isBlocked);
    closeMenu();
    (isBlocked ? unblock : byId("input", HTMLTextAreaElement)).focus();
  }
  toggle.addEventListener("click", () => void set(toggle.getAttribute("aria-checked") !== "true"));
  unblock.addEventListener("click", () => void set(false));

  return {
    showChat({ bot, users, me }) {
      byId("bot-name", HTMLElement).textContent = bot.firstName;
      document.title = bot.firstName;
      for (const avatar of document.querySelectorAll(".bot-avatar"))
        avatar.textContent = toInitial(bot.firstName);
      byId("welcome-name", HTMLElement).textContent = bot.firstName;
      for (const id of ["users", "users-menu"]) byId(id, HTMLElement).replaceChildren(...users.map(makeUser));
      showBlocked(me.blocked);
    },
    showState(next) {
      state.textContent = words[next];
      state.dataset["state"] = next;
    },
  };
}
