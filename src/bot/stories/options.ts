// The buttons of one story under a digest: a number opens what can be done with the story, in place, below the numbers.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button, Keyboard } from "../../delivery/outcome.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Action } from "../command.ts";
import { type Shown, type StoryNeeds, shownAs } from "./told.ts";

/** Stands around the number of the story whose buttons are open. Dots, as keyboards of before have, read as the digit zero. */
const openMark = /^[‹•] (.*) [›•]$/;

/** `o:42` opens the buttons of story 42, as `o:42:back` does from below them; `o:` closes them. */
export function createOptions(needs: StoryNeeds): Action {
  return {
    name: "o",
    async run({ reader, voice, argument, keyboard }) {
      const { messages } = needs;
      const number = argument.replace(/:back$/, "");
      const numbers = numberRows(keyboard ?? [], number);
      if (numbers.length === 0) return { toast: messages.plain(voice, "stale-button") };
      if (number === "") return { keyboard: numbers };
      const shown = await shownAs(needs.shelf, number);
      if (shown === undefined) return { toast: messages.plain(voice, "article-gone") };
      return { keyboard: [...numbers, ...storyRows(needs, voice, reader.subscriber, number, shown)] };
    },
  };
}

/** The rows that stand under a digest whatever is open: its numbers, the open one marked, and «المزيد» (more). */
export function numberRows(keyboard: Keyboard, open: string): Keyboard {
  const isLasting = ({ data = "" }: Button): boolean => /^(?:o:\d+|more:)$/.test(data);
  return keyboard
    .filter((row) => row.length > 0 && row.every(isLasting))
    .map((row) =>
      row.map(({ text, data = "" }) => {
        const plain = openMark.exec(text)?.[1] ?? text;
        return { text: data === `o:${open}` ? `‹ ${plain} ›` : plain, data };
      }),
    );
}

function storyRows(
  { messages, publicUrl }: StoryNeeds,
  voice: Voice,
  subscriber: Subscriber,
  number: string,
  { article, story }: Shown,
): Keyboard {
  const button = (name: string, data: string): Button => ({
    text: messages.plain(voice, `button-${name}`),
    data,
  });
  const page =
    publicUrl === undefined
      ? []
      : [{ text: messages.plain(voice, "button-page"), url: `${publicUrl}/a/${article.number}` }];
  const rows: Button[][] = [
    [
      saveButton(messages, voice, subscriber, article.number),
      followButton(messages, voice, subscriber, story.id, article.number),
    ],
    [button("less", `less:${number}`), button("why", `why:${article.number}`)],
    [...page, button("back", "o:")],
  ];
  return rows.map((row) => inReadingOrder(voice, row));
}

/** «حفظ» (save), or «✓ محفوظ» (saved) for one that is. */
export function saveButton(
  messages: Messages,
  voice: Voice,
  { saved }: Pick<Subscriber, "saved">,
  number: number,
): Button {
  const name = saved.includes(number) ? "button-saved" : "button-save";
  return { text: messages.plain(voice, name), data: `save:${number}` };
}

/** «تابع الخبر» (follow the story), or «✓ تتابعه» (you follow it). */
export function followButton(
  messages: Messages,
  voice: Voice,
  { followStories }: Pick<Subscriber, "followStories">,
  storyId: string,
  number: number,
): Button {
  const name = followStories.includes(storyId) ? "button-story-followed" : "button-follow-story";
  return { text: messages.plain(voice, name), data: `fs:${number}` };
}
