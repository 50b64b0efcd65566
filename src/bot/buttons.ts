// What screens that are no settings share: buttons by their message, turning pages, and the way out.
import { inReadingOrder } from "../delivery/keyboard.ts";
import type { Button } from "../delivery/outcome.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Action, Pressed } from "./command.ts";
import type { Dialogues } from "./dialogues.ts";

export interface ShutNeeds {
  readonly messages: Messages;
  readonly dialogues: Pick<Dialogues, "forget">;
}

export function button(messages: Messages, voice: Voice, name: string, data: string): Button {
  return { text: messages.plain(voice, `button-${name}`), data };
}

/** «إغلاق» (close) for screens that are no settings; `command` is the one that brings them back. */
export function shut(messages: Messages, voice: Voice, command: string): Button {
  return button(messages, voice, "close", `shut:${command}`);
}

/** Closes a screen, and says by which command it comes back. */
export function createShut({ messages, dialogues }: ShutNeeds): Action {
  return {
    name: "shut",
    async run({ reader, actor, voice, argument }) {
      await dialogues.forget(reader.number, actor.user);
      // Without a command the words stay: only what could be pressed goes.
      if (argument === "") return { keyboard: [] };
      if (!/^[a-z]{1,32}$/.test(argument)) return stale(messages, voice);
      return {
        edit: { html: messages.say(voice, "screen-shut", { command: `/${argument}` }), keyboard: [] },
      };
    },
  };
}

export function stale(messages: Messages, voice: Voice): Pressed {
  return { toast: messages.plain(voice, "stale-button") };
}

/** «السابق» (previous) and «التالي» (next), each on the side that the reader turns pages to; none for one page. */
export function turns(
  messages: Messages,
  voice: Voice,
  {
    page,
    pages,
    to,
  }: { readonly page: number; readonly pages: number; readonly to: (page: number) => string },
): readonly (readonly Button[])[] {
  if (pages <= 1) return [];
  const row = [
    ...(page > 0 ? [button(messages, voice, "previous", to(page - 1))] : []),
    ...(page < pages - 1 ? [button(messages, voice, "next", to(page + 1))] : []),
  ];
  return [inReadingOrder(voice, row)];
}
