// The button «أقل من هذا» (fewer like this): offers to mute the story's topic, or to block one of its telling words.
import type { Button } from "../../delivery/outcome.ts";
import { tellingWords } from "../../digest/telling.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { addToLists } from "../../subscribers/words.ts";
import type { Action, Pressed, Request } from "../command.ts";
import { inReadingOrder } from "../keyboards.ts";
import { numberRows } from "./options.ts";
import { type Shown, type StoryNeeds, shownAs } from "./told.ts";

const offeredWords = 3;

/** `less:42` offers, `less:42:t` mutes the topic, `less:42:1` blocks the second word. */
export function createLess(needs: StoryNeeds): Action {
  const { messages, shelf } = needs;
  return {
    name: "less",
    audience: "admins",
    async run(request) {
      const { voice, argument } = request;
      const [, number = "", choice] = /^(\d{1,12})(?::(t|[0-2]))?$/.exec(argument) ?? [];
      if (number === "") return { toast: messages.plain(voice, "stale-button") };
      const shown = await shownAs(shelf, number);
      if (shown === undefined) return { toast: messages.plain(voice, "article-gone") };
      if (choice === undefined) return offer(needs, request, number, shown);
      if (choice === "t") return mute(needs, request, shown);
      return block(needs, request, tellingWords(shown.article, offeredWords)[Number(choice)]);
    },
  };
}

function offer(
  { messages, topics }: StoryNeeds,
  { reader, voice, keyboard = [] }: Request,
  number: string,
  { article }: Shown,
): Pressed {
  const topic = mutable(reader.subscriber, article.topics);
  const muting =
    topic === undefined
      ? []
      : [
          {
            text: messages.plain(voice, "button-mute-topic", { topic: topics.name(voice.locale, topic) }),
            data: `less:${number}:t`,
          },
        ];
  const words = tellingWords(article, offeredWords).map((words, index) => ({
    text: messages.plain(voice, "button-block-word", { words }),
    data: `less:${number}:${index}`,
  }));
  const back: Button = { text: messages.plain(voice, "button-back"), data: `o:${number}:back` };
  const rows = [muting, words.slice(0, 2), words.slice(2), [back]].filter((row) => row.length > 0);
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
