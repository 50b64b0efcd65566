// The buttons «حفظ» (save) and «تابع الخبر» (follow the story): each turns itself on and off, wherever it stands. What
// is on a list does not expire: the agenda holds it.
import { command as commandText } from "../../digest/wording.ts";
import { mostKept } from "../../subscribers/line.ts";
import type { Action } from "../command.ts";
import { relabel } from "../keyboards.ts";
import { followButton, saveButton } from "./options.ts";
import { type StoryNeeds, shownAs } from "./told.ts";

/** `save:42` saves article 42, or takes it off the list. */
export function createSave(needs: StoryNeeds): Action {
  const { messages, shelf, change, countReading } = needs;
  return {
    name: "save",
    audience: "admins",
    async run({ reader, voice, argument, now, keyboard }) {
      const { saved } = reader.subscriber;
      if (!/^\d{1,12}$/.test(argument)) return { toast: messages.plain(voice, "stale-button") };
      const number = Number(argument);
      const isSaved = saved.includes(number);
      const article = isSaved ? undefined : await shelf.byNumber(number);
      if (!isSaved && article === undefined) {
        return { toast: messages.plain(voice, "article-gone") };
      }
      if (!isSaved && saved.length >= mostKept) {
        const values = { most: mostKept, saved: commandText("saved") };
        return { toast: messages.plain(voice, "save-full", values) };
      }
      const list = isSaved ? saved.filter((each) => each !== number) : [...saved, number];
      const subscriber = await change(reader.number, { saved: list }, now);
      if (article !== undefined) await countReading("saved", article.topics);
      const toast = messages.plain(voice, isSaved ? "save-removed" : "save-done", {
        saved: commandText("saved"),
      });
      const { text, data = "" } = saveButton(messages, voice, subscriber, number);
      return { toast, ...(keyboard !== undefined && { keyboard: relabel(keyboard, data, text) }) };
    },
  };
}

/** `fs:42` follows the story of article 42, or stops following it. */
export function createFollowStory(needs: StoryNeeds): Action {
  const { messages, shelf, change } = needs;
  return {
    name: "fs",
    audience: "admins",
    async run({ reader, voice, argument, now, keyboard }) {
      const shown = await shownAs(shelf, argument);
      if (shown === undefined) return { toast: messages.plain(voice, "article-gone") };
      const { id } = shown.story;
      const { followStories } = reader.subscriber;
      const isFollowed = followStories.includes(id);
      // Who follows very many stories lets go of the one chosen longest ago.
      const kept = followStories.filter((each) => each !== id);
      const list = isFollowed ? kept : [...kept, id].slice(-mostKept);
      const subscriber = await change(reader.number, { followStories: list }, now);
      const { text, data = "" } = followButton(messages, voice, subscriber, id, Number(argument));
      return {
        toast: messages.plain(voice, isFollowed ? "story-unfollowed" : "story-followed"),
        ...(keyboard !== undefined && { keyboard: relabel(keyboard, data, text) }),
      };
    },
  };
}
