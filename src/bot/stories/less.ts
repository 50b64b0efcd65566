// The button «أقل من هذا» (fewer like this): offers to mute the story's topic, or to block one of its telling words.
import { createHash } from "node:crypto";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button } from "../../delivery/outcome.ts";
import { tellingWords } from "../../digest/telling.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { addToLists } from "../../subscribers/words.ts";
import type { Action, Pressed, Request } from "../command.ts";
import { numberRows } from "./options.ts";
import { type Shown, type StoryNeeds, shownAs } from "./told.ts";

const offeredWords = 3;

/** Newest stories by which a word's rarity is told. */
const rarityAmong = 200;

/** Names a word in a button's data, where it may not fit itself. What is offered changes with the news: no place does. */
export function wordKey(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 8);
}

/** `less:42` offers, `less:42:t` mutes the topic, `less:42:1f3a5b7c` blocks a word of the story by its key. */
export function createLess(needs: StoryNeeds): Action {
  const { messages, shelf } = needs;
  return {
    name: "less",
    audience: "admins",
    async run(request) {
      const { voice, argument } = request;
      const [, number = "", choice] = /^(\d{1,12})(?::(t|[0-9a-f]{8}))?$/.exec(argument) ?? [];
      if (number === "") return { toast: messages.plain(voice, "stale-button") };
      const shown = await shownAs(shelf, number);
      if (shown === undefined) return { toast: messages.plain(voice, "article-gone") };
      if (choice === undefined) {
        const among = await shelf.latest({ limit: rarityAmong });
        const words = tellingWords(shown.article, among).slice(0, offeredWords);
        return offer(needs, request, number, { shown, words });
      }
      if (choice === "t") return mute(needs, request, shown);
      const chosen = tellingWords(shown.article).find((words) => wordKey(words) === choice);
      return block(needs, request, chosen);
    },
  };
}

function offer(
  { messages, topics }: StoryNeeds,
  { reader, voice, keyboard = [] }: Request,
  number: string,
  { shown, words }: { readonly shown: Shown; readonly words: readonly string[] },
): Pressed {
  const topic = mutable(reader.subscriber, shown.article.topics);
  const muting =
    topic === undefined
      ? []
      : [
          {
            text: messages.plain(voice, "button-mute-topic", { topic: topics.name(voice.locale, topic) }),
            data: `less:${number}:t`,
          },
        ];
  const blocking = words.map((each) => ({
    text: messages.plain(voice, "button-block-word", { words: each }),
    data: `less:${number}:${wordKey(each)}`,
  }));
  const back: Button = { text: messages.plain(voice, "button-back"), data: `o:${number}:back` };
  const rows = [muting, blocking.slice(0, 2), blocking.slice(2), [back]].filter((row) => row.length > 0);
  const shownRows = rows.map((row) => inReadingOrder(voice, row));
  return { keyboard: [...numberRows(keyboard, number), ...shownRows] };
}

/** The topic that the story stands under. Who has chosen only this one would get nothing at all without it. */
function mutable({ topics, mutedTopics }: Subscriber, [topic]: readonly string[]): string | undefined {
  if (topic === undefined || mutedTopics.includes(topic)) return undefined;
  return topics.length === 1 && topics[0] === topic ? undefined : topic;
}

async function mute(
  { messages, topics, change }: StoryNeeds,
  { reader, voice, now, keyboard = [] }: Request,
  { article }: Shown,
): Promise<Pressed> {
  const { subscriber } = reader;
  const topic = mutable(subscriber, article.topics);
  if (topic === undefined) return { toast: messages.plain(voice, "stale-button") };
  const patch = {
    mutedTopics: [...subscriber.mutedTopics, topic],
    ...(subscriber.topics.includes(topic) && {
      topics: subscriber.topics.filter((each) => each !== topic),
    }),
  };
  await change(reader.number, patch, now);
  const toast = messages.plain(voice, "topic-muted", { topic: topics.name(voice.locale, topic) });
  return { toast, keyboard: numberRows(keyboard, "") };
}

async function block(
  { messages, change }: StoryNeeds,
  { reader, voice, now, keyboard = [] }: Request,
  words: string | undefined,
): Promise<Pressed> {
  if (words === undefined) return { toast: messages.plain(voice, "stale-button") };
  const added = addToLists(reader.subscriber, "block", words);
  if (added.kind === "full") return { toast: messages.plain(voice, "words-full") };
  if (added.kind === "added") await change(reader.number, added.lists, now);
  return { toast: messages.plain(voice, "word-blocked", { words }), keyboard: numberRows(keyboard, "") };
}
