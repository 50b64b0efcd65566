// What leads from one chat to another: «share» buttons, and keys that ask for a chat or a place.
import { lang, pageAddress } from "./address.ts";
import type { Chat, ReplyKey } from "./contract.ts";
import { type Choice, pick } from "./pick.ts";
import { words } from "./words.ts";

/** Places that stand for the person's own, in degrees. */
const samplePlaces = [
  { ar: "عمّان", en: "Amman", at: [31.9539, 35.9106] },
  { ar: "القاهرة", en: "Cairo", at: [30.0444, 31.2357] },
  { ar: "الرياض", en: "Riyadh", at: [24.7136, 46.6753] },
  { ar: "الدار البيضاء", en: "Casablanca", at: [33.5731, -7.5898] },
] as const;

interface Target {
  readonly chat: string;
  readonly thread?: number;
}

/** Where a person can write: the own chat, the groups, the topics of forums. */
function targetsOf({ bot, chats }: Chat): readonly Choice<Target>[] {
  return [
    { name: bot.firstName, detail: words.bot, value: { chat: "" } },
    ...chats.flatMap(({ key, title, kind, topics }): Choice<Target>[] => {
      if (kind === "channel") return [];
      const whole = {
        name: title,
        detail: words[kind === "forum" ? "general" : "group"],
        value: { chat: key },
      };
      const inner = kind === "forum" ? topics : [];
      return [
        whole,
        ...inner.map(({ thread, name }) => ({ name: title, detail: name, value: { chat: key, thread } })),
      ];
    }),
  ];
}

/** Asks for a chat and goes there with the query in the composer. */
export async function shareElsewhere(chat: Chat, query: string): Promise<void> {
  const target = await pick(words.shareTo, targetsOf(chat), words.noChats);
  if (target === undefined) return;
  location.assign(
    pageAddress({
      thread: undefined,
      ...target,
      draft: `@${chat.bot.username} ${query}`.trimEnd().concat(" "),
    }),
  );
}

/** What a key below the composer does. */
export interface KeyWays {
  say(text: string): Promise<boolean>;
  share(button: string, shared: string): Promise<boolean>;
  locate(latitude: number, longitude: number): Promise<boolean>;
}

/** False when nothing was sent. */
export async function pressKey(
  chat: Chat,
  { text, asks, chats = [] }: ReplyKey,
  ways: KeyWays,
): Promise<boolean> {
  if (asks === undefined) return ways.say(text);
  if (asks === "number") return false;
  if (asks === "place") {
    const choices = samplePlaces.map((place) => ({ name: place[lang], detail: "", value: place.at }));
    const at = await pick(words.pickPlace, choices, "");
    return at === undefined ? false : ways.locate(at[0], at[1]);
  }
  const fitting = chat.chats.filter(({ key }) => chats.includes(key));
  const choices = fitting.map(({ key, title, kind }) => ({ name: title, detail: words[kind], value: key }));
  const shared = await pick(text, choices, words.noChats);
  return shared === undefined ? false : ways.share(text, shared);
}
