// /follow words and /block words: adds to what brings a story forward, and to what keeps it away.
import { html } from "../../digest/digest.ts";
import { sided } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import {
  addToLists,
  mostWords,
  mostWordUnits,
  splitWordList,
  type WordLists,
} from "../../subscribers/words.ts";
import { escapeHtml } from "../../text/html.ts";
import type { Command, Reply, Request } from "../command.ts";
import type { Change } from "./subscribe.ts";

export interface WordsNeeds {
  readonly messages: Messages;
  readonly change: Change;
}

type List = "follow" | "block";

export const createFollow = (needs: WordsNeeds): Command => createWords(needs, "follow");

export const createBlock = (needs: WordsNeeds): Command => createWords(needs, "block");

/** Phrases that one message may add, and those of a list that are said. */
const atOnce = 20;
const mostSaid = 40;

function createWords(needs: WordsNeeds, list: List): Command {
  return {
    name: list,
    isListed: true,
    audience: "admins",
    async run(request) {
      const phrases = splitWordList(request.argument).slice(0, atOnce);
      return [
        phrases.length === 0 ? shownList(needs, request, list) : await add(needs, request, list, phrases),
      ];
    },
  };
}

async function add(
  { messages, change }: WordsNeeds,
  { reader, voice, now }: Request,
  list: List,
  phrases: readonly string[],
): Promise<Reply> {
  let lists: WordLists = reader.subscriber;
  const lines: string[] = [];
  for (const phrase of phrases) {
    const added = addToLists(lists, list, phrase);
    if (added.kind === "added") lists = added.lists;
    const said = "words" in added ? added.words : phrase.slice(0, 60);
    const values = { words: said, most: added.kind === "too-long" ? mostWordUnits : mostWords };
    const id = ["added", "known"].includes(added.kind) ? `${list}-${added.kind}` : `words-${added.kind}`;
    lines.push(sided(voice, messages.say(voice, added.isMoved ? `phrase-${list}-moved` : id, values)));
  }
  if (lists !== reader.subscriber) {
    await change(reader.number, { follow: lists.follow, block: lists.block }, now);
  }
  return { html: lines.join("\n"), keyboard: editButton(messages, voice, list) };
}

function shownList({ messages }: WordsNeeds, { reader, voice }: Request, list: List): Reply {
  const words = reader.subscriber[list];
  const example = html(`<code>/${list} ${voice.locale === "ar" ? "الطاقة الشمسية" : "solar energy"}</code>`);
  if (words.length === 0) return { html: messages.say(voice, `${list}-none`, { example }) };
  const lines = words.slice(0, mostSaid).map((each) => sided(voice, escapeHtml(each.slice(0, 60))));
  return {
    html: [
      `<b>${messages.say(voice, `${list}-count`, { count: words.length })}</b>`,
      lines.join("\n"),
      messages.say(voice, `${list}-more`, { example }),
    ].join("\n\n"),
    keyboard: editButton(messages, voice, list),
  };
}

/** Opens the list as a screen, where each can be removed: `follow:` and `block:` of the settings. */
function editButton(messages: Messages, voice: Voice, list: List) {
  return [[{ text: messages.plain(voice, "button-edit-list"), data: `${list}:` }]];
}
