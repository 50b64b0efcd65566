// The table of buttons: the name before the first ":" of the callback data, and what it does.
import { createShut } from "./buttons.ts";
import type { Action, Command } from "./command.ts";
import { type ArticleNeeds, createFullText } from "./commands/article.ts";
import { createPauseAction, type PauseNeeds } from "./commands/pause.ts";
import { createSearchAction, type SearchNeeds } from "./commands/search.ts";
import { createSourcesAction, type SourcesNeeds } from "./commands/sources.ts";
import { createLeave, type LeaveNeeds } from "./commands/unsubscribe.ts";
import { createOperatorActions, type OperatorNeeds } from "./operators/table.ts";
import { createLanguage, createLength, createStatus, createTopic, createZone } from "./settings/choices.ts";
import { createClose, createSettingsAction } from "./settings/main.ts";
import type { ScreenNeeds } from "./settings/screen.ts";
import { createTime } from "./settings/time.ts";

export type ActionNeeds = ScreenNeeds &
  ArticleNeeds &
  SearchNeeds &
  PauseNeeds &
  LeaveNeeds &
  SourcesNeeds &
  OperatorNeeds;

export function createActions(needs: ActionNeeds, commands: readonly Command[]): readonly Action[] {
  return [
    createDo(needs, commands),
    createFullText(needs),
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
    createShut(needs),
    createSourcesAction(needs),
    ...createOperatorActions(needs),
  ];
}

/** `do:digest` does what the command /digest does. */
function createDo({ messages }: ActionNeeds, commands: readonly Command[]): Action {
  return {
    name: "do",
    async run(request) {
      const command = commands.find(({ name }) => name === request.argument);
      // To others the operators' commands do not exist.
      const isHidden = command?.audience === "operators" && !request.actor.isOperator;
      if (command === undefined || isHidden) return { toast: messages.plain(request.voice, "stale-button") };
      return { replies: await command.run({ ...request, argument: "" }) };
    },
  };
}
