// The lists of where one may be and as whom: chats with their topics, and people. Once at the side, once in a menu.
import { lang, pageAddress, user } from "./address.ts";
import type { Chat, Entry, Place, Role } from "./contract.ts";
import { byId, make, toInitial } from "./dom.ts";
import { tiePopup } from "./popup.ts";
import { words } from "./words.ts";

/** The lists, drawn anew with each state of the chat. */
export interface Places {
  show(chat: Chat): void;
  /** Marks another chat or topic as having something new. */
  mark(key: string, thread: number | undefined): void;
}

interface Line {
  readonly key: string;
  readonly thread?: number | undefined;
  readonly name: string;
  readonly detail: string;
  readonly isInner?: boolean;
}

const idOf = (key: string, thread: number | undefined): string => `${key}/${thread ?? ""}`;

function linesOf({ bot, chats }: Chat): readonly Line[] {
  const inner = ({ key, kind, topics }: Entry): readonly Line[] =>
    kind === "forum"
      ? topics.map(({ thread, name }) => ({ key, thread, name, detail: "", isInner: true }))
      : [];
  return [
    { key: "", name: bot.firstName, detail: words.bot },
    ...chats.flatMap((entry) => [
      { key: entry.key, name: entry.title, detail: words[entry.kind] },
      ...inner(entry),
    ]),
  ];
}

function makeLine(line: Line, isHere: boolean, isNew: boolean): HTMLElement {
  const { key, thread, name, detail, isInner = false } = line;
  const avatar = make("span", { class: "avatar", "aria-hidden": "true" }, isInner ? "#" : toInitial(name));
  if (key !== "") avatar.dataset["colour"] = "chat";
  const link = make(
    "a",
    { href: pageAddress({ chat: key, thread }), class: isInner ? "inner" : "", "data-chat": key },
    avatar,
    make("span", { class: "person", dir: "auto" }, name),
    make("span", { class: "detail" }, detail),
  );
  if (thread !== undefined) link.dataset["thread"] = String(thread);
  if (isHere) link.setAttribute("aria-current", "page");
  if (isNew) link.append(make("span", { class: "dot", role: "img", "aria-label": words.new }));
  return make("li", {}, link);
}

function roleWords(role: Role, kind: Place["kind"]): string {
  if (role === "none") return "";
  return role === "member" && kind === "channel" ? words.subscriber : words[role];
}

function makeUser(person: Chat["users"][number], { key, kind }: Place): HTMLElement {
  const avatar = make("span", { class: "avatar", "aria-hidden": "true" }, toInitial(person.name));
  avatar.dataset["colour"] = String(person.user);
  const { role } = person;
  // Who is not in this chat is met in their own.
  const chat = role === "absent" ? "" : key;
  const link = make(
    "a",
    { href: pageAddress({ user: person.user, chat }), "data-user": String(person.user) },
    avatar,
    make("span", { class: "person", dir: "auto" }, person.name),
    make("span", { class: "detail" }, roleWords(role, kind)),
  );
  if (person.user === user) link.setAttribute("aria-current", "page");
  return make("li", {}, link);
}

/** Sets the lists and the menu of narrow screens up. */
export function createPlaces(): Places {
  tiePopup(byId("places", HTMLButtonElement), byId("places-menu", HTMLElement));
  byId("language", HTMLAnchorElement).href = pageAddress({ lang: lang === "en" ? "ar" : "en" });
  const fresh = new Set<string>();
  let shown: Chat | undefined;

  function show(chat: Chat): void {
    shown = chat;
    const { place } = chat;
    const thread = place.kind === "private" ? undefined : place.thread;
    const lines = (): HTMLElement[] =>
      linesOf(chat).map((line) =>
        makeLine(
          line,
          line.key === place.key && line.thread === thread,
          fresh.has(idOf(line.key, line.thread)),
        ),
      );
    for (const id of ["chats", "chats-menu"]) byId(id, HTMLElement).replaceChildren(...lines());
    const people = (): HTMLElement[] => chat.users.map((person) => makeUser(person, place));
    for (const id of ["users", "users-menu"]) byId(id, HTMLElement).replaceChildren(...people());
    byId("places", HTMLButtonElement).classList.toggle("fresh", fresh.size > 0);
  }
  return {
    show,
    mark(key, thread) {
      fresh.add(idOf(key, thread));
      if (shown !== undefined) show(shown);
    },
  };
}
