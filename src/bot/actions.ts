// The table of buttons: the name before the first ":" of the callback data, and what it does.
import { createShut } from "./buttons.ts";
import type { Action, Command } from "./command.ts";
import { type ArticleNeeds, createArticleAction, createFullText } from "./commands/article.ts";
import { createForgetAction, type ForgetNeeds } from "./commands/forget.ts";
import { createPauseAction, type PauseNeeds } from "./commands/pause.ts";
import { createSavedAction, createUnsave, type SavedNeeds } from "./commands/saved.ts";
import { createSearchAction, type SearchNeeds } from "./commands/search.ts";
import { createSourcesAction, type SourcesNeeds } from "./commands/sources.ts";
import { createLeave, type LeaveNeeds } from "./commands/unsubscribe.ts";
import { createWhyAction, type WhyNeeds } from "./commands/why.ts";
import { createOperatorActions, type OperatorNeeds } from "./operators/table.ts";
import {
  createCalendar,
  createDigits,
  createItems,
  createLanguage,
  createLength,
  createStatus,
  createSwitch,
} from "./settings/choices.ts";
import { createDays } from "./settings/days.ts";
import { createClose, createSettingsAction } from "./settings/main.ts";
import { createQuiet } from "./settings/quiet.ts";
import { createTime } from "./settings/time.ts";
import { createMute, createTopic } from "./settings/topics.ts";
import { createWordList } from "./settings/words.ts";
import { createZone } from "./settings/zone.ts";
import { type BeginNeeds, createBegin } from "./start/begin.ts";
import { createFollowStory, createSave, type SaveNeeds } from "./stories/keep.ts";
import { createLess } from "./stories/less.ts";
import { createAgain, createMore, type MoreNeeds } from "./stories/more.ts";
import { createOptions } from "./stories/options.ts";

export type ActionNeeds = BeginNeeds &
  ArticleNeeds &
  SearchNeeds &
  PauseNeeds &
  LeaveNeeds &
  ForgetNeeds &
  SaveNeeds &
  SavedNeeds &
  MoreNeeds &
  WhyNeeds &
  SourcesNeeds &
  OperatorNeeds;

export function createActions(needs: ActionNeeds, commands: readonly Command[]): readonly Action[] {
  return [
    createDo(needs, commands),
    createArticleAction(needs),
    createFullText(needs),
    ...createStoryActions(needs),
    createSearchAction(needs),
    createPauseAction(needs),
    createLeave(needs),
    createBegin(needs),
    createForgetAction(needs),
    createSettingsAction(needs),
    createTime(needs),
    createDays(needs),
    createZone(needs),
    createQuiet(needs),
    createTopic(needs),
    createMute(needs),
    createWordList(needs, "follow"),
    createWordList(needs, "block"),
    createLength(needs),
    createItems(needs),
    createDigits(needs),
    createCalendar(needs),
    createSwitch(needs),
    createLanguage(needs),
    createStatus(needs),
    createClose(needs),
    createShut(needs),
    createSourcesAction(needs),
    ...createOperatorActions(needs),
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
  ];
}

/** `do:digest` does what the command /digest does, for whom the command is. */
function createDo({ messages }: ActionNeeds, commands: readonly Command[]): Action {
  return {
    name: "do",
    audienceOf: (argument) => commands.find(({ name }) => name === argument)?.audience,
    async run(request) {
      const command = commands.find(({ name }) => name === request.argument);
      // To others the operators' commands do not exist.
      const isHidden = command?.audience === "operators" && !request.actor.isOperator;
      if (command === undefined || isHidden) return { toast: messages.plain(request.voice, "stale-button") };
      return { replies: await command.run({ ...request, argument: "" }) };
    },
  };
}
