// The table of buttons: the name before the first ":" of the callback data, and what it does.
import { createShut } from "./buttons.ts";
import type { Action } from "./command.ts";
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
import { createFollowStory, createSave } from "./stories/keep.ts";
import { createLess } from "./stories/less.ts";
import { createAgain, createMore, type MoreNeeds } from "./stories/more.ts";
import { createOptions } from "./stories/options.ts";
import type { StoryNeeds } from "./stories/told.ts";

export type ActionNeeds = BeginNeeds &
  ArticleNeeds &
  SearchNeeds &
  PauseNeeds &
  LeaveNeeds &
  ForgetNeeds &
  StoryNeeds &
  SavedNeeds &
  MoreNeeds &
  WhyNeeds &
  SourcesNeeds &
  OperatorNeeds;

export function createActions(needs: ActionNeeds): readonly Action[] {
  return [
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
