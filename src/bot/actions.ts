// The table of buttons: the name before the first ":" of the callback data, and what it does.
import type { Action, Command } from "./command.ts";
import { type ArticleNeeds, createArticleAction, createFullText } from "./commands/article.ts";
import { createPauseAction, type PauseNeeds } from "./commands/pause.ts";
import { createSavedAction, createShut, createUnsave, type SavedNeeds } from "./commands/saved.ts";
import { createSearchAction, type SearchNeeds } from "./commands/search.ts";
import { createLeave, type LeaveNeeds } from "./commands/unsubscribe.ts";
import { createWhyAction, type WhyNeeds } from "./commands/why.ts";
import { createLanguage, createLength, createStatus, createTopic, createZone } from "./settings/choices.ts";
import { createClose, createSettingsAction } from "./settings/main.ts";
import type { ScreenNeeds } from "./settings/screen.ts";
import { createTime } from "./settings/time.ts";
import { createFollowStory, createSave, type SaveNeeds } from "./stories/keep.ts";
import { createLess } from "./stories/less.ts";
import { createAgain, createMore, type MoreNeeds } from "./stories/more.ts";
import { createOptions } from "./stories/options.ts";

export type ActionNeeds = ScreenNeeds &
  ArticleNeeds &
  SearchNeeds &
  PauseNeeds &
  LeaveNeeds &
  SaveNeeds &
  SavedNeeds &
  MoreNeeds &
  WhyNeeds;

export function createActions(needs: ActionNeeds, commands: readonly Command[]): readonly Action[] {
  return [
    createDo(needs, commands),
    createArticleAction(needs),
    createFullText(needs),
    ...createStoryActions(needs),
    createSearchAction(needs),
    createPauseAction(needs),
    createLeave(needs),
    createSettingsAction(needs),
    createTime(needs),
    createZone(needs),
    createTopic(needs),
    createLength(needs),
    createLanguage(needs),
    createStatus(needs),
    createClose(needs),
  ];
}

/** What can be done with a story, under a digest and under the article itself. */
function createStoryActions(needs: ActionNeeds): readonly Action[] {
  return [
    createOptions(needs),
    createSave(needs),
    createFollowStory(needs),
    createLess(needs),
    createMore(needs),
    createAgain(needs),
    createWhyAction(needs),
    createSavedAction(needs),
    createUnsave(needs),
    createShut(),
  ];
}

/** `do:digest` does what the command /digest does. */
function createDo({ messages }: ActionNeeds, commands: readonly Command[]): Action {
  return {
    name: "do",
    async run(request) {
      const command = commands.find(({ name }) => name === request.argument);
      if (command === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      return { replies: await command.run({ ...request, argument: "" }) };
    },
  };
}
