// The followed and the blocked words: a list in pages, each with a button that removes it, and words that are typed.
import { createHash } from "node:crypto";
import type { Button } from "../../delivery/outcome.ts";
import { clip } from "../../digest/digest.ts";
import { sided, voiceOf } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import {
  addToLists,
  mostWords,
  mostWordUnits,
  normalForm,
  removeWords,
  splitWordList,
  type WordLists,
} from "../../subscribers/words.ts";
import { isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import type { Action, Pressed, Reply, Request, Typed } from "../command.ts";
import { type ScreenNeeds, wayBack } from "./screen.ts";

export type WordList = "follow" | "block";

/** Phrases on one page of the list. */
const perPage = 10;

/** What of a phrase a button shows, in UTF-16 units. */
const buttonUnits = 30;

/** `follow:` and `block:` show the list, `…:p.2` its third page, `…:x.ID.2` removes from there, `…:add` asks for words. */
export function createWordList(needs: ScreenNeeds, list: WordList): Action {
  const { messages, change, dialogues } = needs;
  return {
    name: list,
    audience: "admins",
    async run(request): Promise<Pressed> {
      const { reader, actor, voice, argument, now } = request;
      const [step = "", value = "", page = "0"] = argument.split(".");
      if (step === "add") {
        await dialogues.begin(reader.number, actor.user, { kind: list, data: "" });
        const html = messages.say(voice, `list-${list}-ask`);
        return { edit: { html, keyboard: [wayBack(messages, voice, `${list}:`)] } };
      }
      await dialogues.forget(reader.number, actor.user);
      if (step === "") return { edit: wordsScreen(needs, reader.subscriber, list) };
      if (step === "p") return { edit: wordsScreen(needs, reader.subscriber, list, pageOf(value)) };
      const phrase = reader.subscriber[list].find((each) => idOf(each) === value);
      const left = phrase === undefined ? undefined : removeWords(reader.subscriber[list], phrase);
      if (step !== "x") return { toast: messages.plain(voice, "stale-button") };
      if (left === undefined) {
        // Pressed twice, or on an old message: the list as it is now, and why nothing went.
        return {
          edit: wordsScreen(needs, reader.subscriber, list, pageOf(page)),
          toast: messages.plain(voice, "phrase-gone"),
        };
      }
      const subscriber = await change(reader.number, { [list]: left }, now);
      const toast = messages.plain(voice, "saved");
      return { edit: wordsScreen(needs, subscriber, list, pageOf(page)), toast };
    },
  };
}

/** Words that are typed: one phrase a line, or with commas between. */
export function createTypedWords(needs: ScreenNeeds, list: WordList): Typed {
  return {
    kind: list,
    async read(request) {
      await needs.dialogues.forget(request.reader.number, request.actor.user);
      return [await addTyped(needs, request, list, request.argument)];
    },
  };
}

/** Adds what was written, and shows the list with a line about each phrase that was not plainly added. */
export async function addTyped(
  needs: ScreenNeeds,
  { reader, voice, now }: Request,
  list: WordList,
  written: string,
): Promise<Reply> {
  const { messages } = needs;
  let lists: WordLists = reader.subscriber;
  const notes: string[] = [];
  for (const phrase of splitWordList(written)) {
    const added = addToLists(lists, list, phrase);
    // A text full of commas gets no answer of a hundred lines.
    if (notes.length === perPage) break;
    if (added.kind !== "added") {
      notes.push(refusal(messages, voice, added.kind, phrase));
      continue;
    }
    const id = added.isMoved ? `phrase-${list}-moved` : `phrase-${list}-added`;
    lists = added.lists;
    notes.push(messages.say(voice, id, { words: clip(added.words, buttonUnits) }));
  }
  if (notes.length === 0) notes.push(refusal(messages, voice, "nothing", written));
  const patch = { follow: lists.follow, block: lists.block };
  const isChanged = lists !== reader.subscriber;
  const after = isChanged ? await needs.change(reader.number, patch, now) : reader.subscriber;
  const last = Math.ceil(after[list].length / perPage) - 1;
  const screen = wordsScreen(needs, after, list, last);
  return { ...screen, html: [notes.join("\n"), screen.html].join("\n\n") };
}

function refusal(
  messages: Messages,
  voice: Voice,
  why: "known" | "nothing" | "too-long" | "full",
  phrase: string,
): string {
  const words = clip(phrase, buttonUnits);
  if (why === "too-long") return messages.say(voice, "phrase-long", { words, limit: mostWordUnits });
  if (why === "full") return messages.say(voice, "phrase-full", { words, limit: mostWords });
  return messages.say(voice, why === "known" ? "phrase-known" : "phrase-empty", { words });
}

/** The list, `perPage` at a time; a page that is gone shows the last one. */
export function wordsScreen(
  { messages }: Pick<ScreenNeeds, "messages">,
  subscriber: Subscriber,
  list: WordList,
  wished = 0,
): Reply {
  const voice = voiceOf(subscriber);
  const phrases = subscriber[list];
  const pages = Math.max(1, Math.ceil(phrases.length / perPage));
  const page = Math.min(Math.max(0, wished), pages - 1);
  const shown = phrases.slice(page * perPage, (page + 1) * perPage);
  const remove = shown.map((phrase): readonly Button[] => [
    {
      text: messages.plain(voice, "button-remove-words", { words: clip(phrase, buttonUnits) }),
      data: `${list}:x.${idOf(phrase)}.${page}`,
    },
  ]);
  const turn = [
    ...(page > 0 ? [{ text: messages.plain(voice, "button-previous"), data: `${list}:p.${page - 1}` }] : []),
    ...(page < pages - 1
      ? [{ text: messages.plain(voice, "button-next"), data: `${list}:p.${page + 1}` }]
      : []),
  ];
  const add = { text: messages.plain(voice, "button-add-words"), data: `${list}:add` };
  const lines = shown.map((phrase) => sided(voice, `• ${isolate(escapeHtml(phrase))}`));
  return {
    html: [
      `<b>${sided(voice, messages.say(voice, `list-${list}-title`))}</b>`,
      messages.say(voice, `list-${list}-about`),
      ...(lines.length === 0 ? [messages.say(voice, "phrases-none")] : [lines.join("\n")]),
    ].join("\n"),
    keyboard: [
      ...remove,
      ...(turn.length > 0 ? [turn] : []),
      ...(phrases.length < mostWords ? [[add]] : []),
      wayBack(messages, voice, "settings:what"),
    ],
  };
}

function pageOf(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0;
}

/** Short, and the same for every spelling of a phrase. */
function idOf(phrase: string): string {
  return createHash("sha256")
    .update(normalForm(phrase) || phrase)
    .digest("hex")
    .slice(0, 12);
}
