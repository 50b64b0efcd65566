// A screen that chooses one value from a list, and goes back as soon as something is chosen.
import { voiceOf } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request } from "../command.ts";
import { groupScreen } from "./groups.ts";
import { mainScreen } from "./main.ts";
import type { Group, ScreenNeeds } from "./screen.ts";

export interface Choosing {
  readonly name: string;
  /** The screen to which it goes back; "main" is the first one. */
  readonly home: Group | "main";
  /** What choosing a value changes; undefined for a value that does not exist (any more). */
  readonly read: (value: string, reader: Subscriber) => Partial<Subscriber> | undefined;
  readonly screen: (needs: ScreenNeeds, request: Request) => Reply;
}

/** `name:` shows the list, `name:value` chooses. */
export function createChooser(needs: ScreenNeeds, { name, home, read, screen }: Choosing): Action {
  return {
    name,
    audience: "admins",
    async run(request) {
      const { reader, actor, argument, now } = request;
      if (argument === "") return { edit: screen(needs, request) };
      const patch = read(argument, reader.subscriber);
      if (patch === undefined) return { toast: needs.messages.plain(request.voice, "stale-button") };
      await needs.dialogues.forget(reader.number, actor.user);
      const subscriber = await needs.change(reader.number, patch, now);
      const toast = needs.messages.plain(voiceOf(subscriber), "saved");
      return { edit: homeScreen(needs, subscriber, now, home), toast };
    },
  };
}

export function homeScreen(
  needs: ScreenNeeds,
  subscriber: Subscriber,
  now: Date,
  home: Group | "main",
): Reply {
  return home === "main" ? mainScreen(needs, subscriber, now) : groupScreen(needs, subscriber, home);
}
