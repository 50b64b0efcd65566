// The table of buttons: the name before the first ":" of the callback data, and what it does.
import type { Action, Command } from "./command.ts";
import { type ArticleNeeds, createFullText } from "./commands/article.ts";
import { createPauseAction, type PauseNeeds } from "./commands/pause.ts";
import { createSearchAction, type SearchNeeds } from "./commands/search.ts";
import { createLeave, type LeaveNeeds } from "./commands/unsubscribe.ts";
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

export type ActionNeeds = BeginNeeds & ArticleNeeds & SearchNeeds & PauseNeeds & LeaveNeeds;

export function createActions(needs: ActionNeeds, commands: readonly Command[]): readonly Action[] {
  return [
    createDo(needs, commands),
    createFullText(needs),
    createSearchAction(needs),
    createPauseAction(needs),
    createLeave(needs),
    createBegin(needs),
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
  ];
}

/** `do:digest` does what the command /digest does, for whom the command is. */
function createDo({ messages }: ActionNeeds, commands: readonly Command[]): Action {
  return {
    name: "do",
    audienceOf: (argument) => commands.find(({ name }) => name === argument)?.audience,
    async run(request) {
      const command = commands.find(({ name }) => name === request.argument);
      if (command === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      return { replies: await command.run({ ...request, argument: "" }) };
    },
  };
}
