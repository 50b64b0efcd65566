// /unsubscribe: ends it at once, then asks why in one tap and offers a rest instead.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Action, Command } from "../command.ts";
import { pauseButtons } from "./pause.ts";
import type { Change } from "./subscribe.ts";

export interface LeaveNeeds {
  readonly messages: Messages;
  readonly change: Change;
  /** Counts a reason for leaving; nobody is named. */
  readonly countLeaving: (reason: LeaveReason) => Promise<void>;
}

/** What a reader may answer; in the order of the buttons. */
export const leaveReasons = ["too-many", "not-my-topics", "quality", "other"] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export function createUnsubscribe({ messages, change }: LeaveNeeds): Command {
  return {
    name: "unsubscribe",
    isListed: true,
    audience: "admins",
    async run({ reader, voice, now }) {
      const subscribe = commandText("subscribe");
      const { kind } = reader.subscriber;
      if (reader.subscriber.status === "inactive") {
        return [{ html: messages.say(voice, "unsubscribed-already", { subscribe, kind }) }];
      }
      const patch = { status: "inactive", reason: "unsubscribed", pausedUntil: null } as const;
      await change(reader.number, patch, now);
      const reasons = leaveReasons.map((reason) => [
        { text: messages.plain(voice, `leave-${reason}`), data: `leave:${reason}` },
      ]);
      // A week and a month: whoever has had enough for now needs no more choice.
      const rests = pauseButtons(messages, voice).filter(
        ({ data }) => data === "pause:7" || data === "pause:30",
      );
      const rest = rests.map(({ text, data }) => ({
        text: messages.plain(voice, "button-rest", { span: text }),
        data,
      }));
      return [
        {
          html: messages.say(voice, "unsubscribed", { subscribe, kind }),
          keyboard: [...reasons, inReadingOrder(voice, rest)],
        },
      ];
    },
  };
}

/** `leave:other`: the reason is counted, the question goes. */
export function createLeave({ messages, countLeaving }: LeaveNeeds): Action {
  return {
    name: "leave",
    audience: "admins",
    async run({ voice, argument }) {
      const reason = leaveReasons.find((each) => each === argument);
      if (reason === undefined) return { toast: messages.plain(voice, "stale-button") };
      await countLeaving(reason);
      const html = messages.say(voice, "left-thanks", {
        subscribe: commandText("subscribe"),
        settings: commandText("settings"),
      });
      return { edit: { html, keyboard: [] } };
    },
  };
}
