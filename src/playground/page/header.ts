// The head of the chat: its name and state, and the switches of the options: block, the bot's seat, writing as the group.
import type { Chat, Place, Room, Seat } from "./contract.ts";
import { byId, toInitial } from "./dom.ts";
import { pick } from "./pick.ts";
import { tiePopup } from "./popup.ts";
import { countWords, words } from "./words.ts";

/** What the line under the name says; "bot" is the chat at rest. */
export type State = "bot" | "typing" | "connecting";

/** The parts of the head that change. */
export interface Header {
  showChat(chat: Chat): void;
  showState(state: State): void;
}

/** What the switches do; false when it could not be done. */
export interface HeaderActs {
  block(isBlocked: boolean): Promise<boolean>;
  seat(bot: Seat): Promise<boolean>;
  setAnonymous(isAnonymous: boolean): void;
  invite(person: number): Promise<boolean>;
}

const seatWords = {
  absent: words.botIsAbsent,
  member: words.botIsMember,
  administrator: words.botIsAdministrator,
} as const;

function restWords(place: Place): string {
  if (place.kind === "private") return words.bot;
  const kind = place.kind === "channel" ? "channel" : "group";
  return `${countWords(kind, place.memberCount)} ${words.joint} ${seatWords[place.bot]}`;
}

const titleOf = ({ title, kind, topic }: Room): string =>
  kind === "forum" ? `${title} ${words.joint} ${topic ?? words.general}` : title;

function createSwitch(
  id: string,
  onChange: (isOn: boolean) => void,
): (isOn: boolean, isShown: boolean) => void {
  const toggle = byId(id, HTMLButtonElement);
  toggle.addEventListener("click", () => onChange(toggle.getAttribute("aria-checked") !== "true"));
  return (isOn, isShown) => {
    toggle.setAttribute("aria-checked", String(isOn));
    toggle.hidden = !isShown;
  };
}

/** Sets the head up. */
export function createHeader(acts: HeaderActs): Header {
  const state = byId("state", HTMLElement);
  const unblock = byId("unblock", HTMLButtonElement);
  const closeMenu = tiePopup(byId("more", HTMLButtonElement), byId("options", HTMLElement));
  let rest: string = words.bot;

  function showBlocked(isBlocked: boolean, isPrivate = true): void {
    showBlock(isBlocked, isPrivate);
    unblock.hidden = !isBlocked || !isPrivate;
    if (isPrivate) byId("composer", HTMLFormElement).hidden = isBlocked;
  }
  async function block(isBlocked: boolean): Promise<void> {
    if (!(await acts.block(isBlocked))) return;
    showBlocked(isBlocked);
    closeMenu();
    (isBlocked ? unblock : byId("input", HTMLTextAreaElement)).focus();
  }
  const showBlock = createSwitch("block", (isOn) => void block(isOn));
  const showHere = createSwitch("bot-here", (isOn) => void acts.seat(isOn ? "member" : "absent"));
  const showRaised = createSwitch(
    "bot-administrator",
    (isOn) => void acts.seat(isOn ? "administrator" : "member"),
  );
  const showAnonymous = createSwitch("anonymous", (isOn) => {
    showAnonymous(isOn, true);
    acts.setAnonymous(isOn);
  });
  unblock.addEventListener("click", () => void block(false));
  const inviting = byId("invite", HTMLButtonElement);
  let strangers: Chat["users"] = [];
  inviting.addEventListener("click", async () => {
    closeMenu();
    const choices = strangers.map(({ user, name }) => ({ name, detail: "", value: user }));
    const person = await pick(words.invite, choices, words.nobodyToInvite);
    if (person !== undefined) await acts.invite(person);
  });

  function showRoom(room: Room): void {
    const isOwner = room.role === "owner";
    showHere(room.bot !== "absent", isOwner);
    showRaised(room.bot === "administrator", isOwner && room.bot !== "absent" && room.kind !== "channel");
    const isOn = byId("anonymous", HTMLButtonElement).getAttribute("aria-checked") === "true";
    showAnonymous(isOn, room.kind !== "channel" && (isOwner || room.role === "administrator"));
  }

  return {
    showChat({ bot, me, place, users }) {
      const isPrivate = place.kind === "private";
      strangers = users.filter(({ role }) => role === "absent");
      inviting.hidden = isPrivate || place.role !== "owner";
      const title = isPrivate ? bot.firstName : titleOf(place);
      byId("bot-name", HTMLElement).textContent = title;
      document.title = title;
      for (const avatar of document.querySelectorAll<HTMLElement>(".chat-avatar")) {
        avatar.textContent = toInitial(title);
        if (!isPrivate) avatar.dataset["colour"] = "chat";
      }
      byId("welcome-name", HTMLElement).textContent = title;
      if (isPrivate) for (const show of [showHere, showRaised, showAnonymous]) show(false, false);
      else showRoom(place);
      showBlocked(me.blocked, isPrivate);
      rest = restWords(place);
    },
    showState(next) {
      state.textContent = next === "bot" ? rest : words[next];
      state.dataset["state"] = next;
    },
  };
}
