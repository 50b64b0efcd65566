// The table of commands. Its order is that of /help and of Telegram's menu: what a newcomer needs comes first.

import type { Command } from "./command.ts";
import { type ArticleNeeds, createArticle } from "./commands/article.ts";
import { type ChannelNeeds, createChannel } from "./commands/channel.ts";
import { createDigest, type DigestNeeds } from "./commands/digest.ts";
import { createFeedback, type FeedbackNeeds } from "./commands/feedback.ts";
import { createBlock, createFollow, type WordsNeeds } from "./commands/follow.ts";
import { createForget, type ForgetNeeds } from "./commands/forget.ts";
import { createHelp, type HelpNeeds } from "./commands/help.ts";
import { createLanguageCommand } from "./commands/language.ts";
import { createLatest, type LatestNeeds } from "./commands/latest.ts";
import { createMyData, type MyDataNeeds } from "./commands/mydata.ts";
import { createPause, createResume, type PauseNeeds } from "./commands/pause.ts";
import { createPrivacy, type PrivacyNeeds } from "./commands/privacy.ts";
import { createSaved, type SavedNeeds } from "./commands/saved.ts";
import { createSearchCommand, type SearchNeeds } from "./commands/search.ts";
import { createSources, type SourcesNeeds } from "./commands/sources.ts";
import { createStart, type StartNeeds } from "./commands/start.ts";
import { createSubscribe, type SubscribeNeeds } from "./commands/subscribe.ts";
import { createTopics, type TopicsNeeds } from "./commands/topics.ts";
import { createUnsubscribe, type LeaveNeeds } from "./commands/unsubscribe.ts";
import { createWhy, type WhyNeeds } from "./commands/why.ts";
import { createOperatorCommands, type OperatorNeeds } from "./operators/table.ts";
import { createSettings } from "./settings/main.ts";
import type { ScreenNeeds } from "./settings/screen.ts";

export type CommandNeeds = StartNeeds &
  SubscribeNeeds &
  DigestNeeds &
  LatestNeeds &
  SearchNeeds &
  ArticleNeeds &
  SavedNeeds &
  WordsNeeds &
  WhyNeeds &
  TopicsNeeds &
  PauseNeeds &
  LeaveNeeds &
  ChannelNeeds &
  MyDataNeeds &
  ForgetNeeds &
  PrivacyNeeds &
  HelpNeeds &
  SourcesNeeds &
  FeedbackNeeds &
  OperatorNeeds &
  ScreenNeeds;

export function createCommands(needs: CommandNeeds): readonly Command[] {
  const commands: Command[] = [
    createStart(needs),
    createSubscribe(needs),
    createDigest(needs),
    createLatest(needs),
    createSearchCommand(needs),
    createArticle(needs),
    createSaved(needs),
    createTopics(needs),
    createFollow(needs),
    createBlock(needs),
    createWhy(needs),
    createSettings(needs),
    createPause(needs),
    createResume(needs),
    createLanguageCommand(needs),
    createChannel(needs),
    createSources(needs),
    createFeedback(needs),
    createUnsubscribe(needs),
    createPrivacy(needs),
    createMyData(needs),
    createForget(needs),
    createHelp(needs, () => commands),
    ...createOperatorCommands(needs),
  ];
  return commands;
}

/** Names of the commands that operators have beside those of all. */
export function operatorsOnly(commands: readonly Command[]): readonly string[] {
  return commands.filter(({ audience }) => audience === "operators").map(({ name }) => name);
}

/** Names of the commands that menus and help show. */
export function listed(commands: readonly Command[]): readonly string[] {
  return commands.filter(({ isListed }) => isListed).map(({ name }) => name);
}
