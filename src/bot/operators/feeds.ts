// /feeds: the feeds and how their readings go; each can be tried, switched and removed, and new ones added.
import type { Messages } from "../../messages/messages.ts";
import { button, stale } from "../buttons.ts";
import type { Action, Command, Pressed, Reply, Request, Typed } from "../command.ts";
import type { Dialogues } from "../dialogues.ts";
import type { FeedDesk } from "./feedDesk.ts";
import { feedScreen, listScreen, removeScreen, trialScreen } from "./feedScreens.ts";

export interface FeedsNeeds {
  readonly messages: Messages;
  readonly feeds: FeedDesk;
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
}

/** `/feeds` lists them, `/feeds https://…` adds one. */
export function createFeedsCommand(needs: FeedsNeeds): Command {
  return {
    name: "feeds",
    isListed: false,
    audience: "operators",
    isSlow: true,
    async run(request) {
      if (request.argument !== "") return add(needs, request);
      return [listScreen(needs.messages, request, await needs.feeds.list(), 0)];
    },
  };
}

/** An address that is typed after the button «إضافة مصدر» (add a source). */
export function createTypedFeed(needs: FeedsNeeds): Typed {
  return {
    kind: "feed",
    read: async (request) => (request.actor.isOperator ? add(needs, request) : undefined),
  };
}

async function add({ messages, feeds, dialogues }: FeedsNeeds, request: Request): Promise<readonly Reply[]> {
  const { reader, actor, voice, argument } = request;
  // Copied out of a message it may stand between marks of direction.
  const address = argument.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "").trim();
  const added = await feeds.add(address, actor.user);
  if (added.kind === "too-many") {
    await dialogues.forget(reader.number, actor.user);
    const html = messages.say(voice, "feed-too-many", { most: added.most });
    return [{ html, keyboard: [[button(messages, voice, "back", "feed:list.0")]] }];
  }
  if (added.kind === "not-read") {
    // The dialogue stays: the next text is another try.
    const { reason, mend } = added;
    const html = messages.say(voice, "feed-not-added", { address: address.slice(0, 200), reason, mend });
    return [{ html, keyboard: [[button(messages, voice, "back", "feed:list.0")]] }];
  }
  await dialogues.forget(reader.number, actor.user);
  const known = await feeds.find(added.id);
  if (known === undefined) return [{ html: messages.say(voice, "stale-button") }];
  return [feedScreen(messages, request, known, messages.say(voice, `feed-${added.kind}`))];
}

/**
 * `feed:list.PAGE`, `feed:add`, `feed:one.ID`, `feed:test.ID`, `feed:on.ID`, `feed:off.ID`, `feed:drop.ID` asks,
 * `feed:gone.ID` removes.
 */
export function createFeedsAction(needs: FeedsNeeds): Action {
  const { messages, feeds, dialogues } = needs;

  async function onFeed(request: Request, step: string, id: string): Promise<Pressed> {
    const { voice } = request;
    const known = await feeds.find(id);
    if (known === undefined) return stale(messages, voice);
    const show = async (note?: string): Promise<Pressed> => {
      const now = (await feeds.find(id)) ?? known;
      return { edit: feedScreen(messages, request, now), ...(note !== undefined && { toast: note }) };
    };
    switch (step) {
      case "one":
        return show();
      case "test":
        return { edit: trialScreen(messages, request, known, await feeds.test(known.source.url)) };
      case "on":
      case "off":
        await feeds.turn(id, step === "on");
        return show(messages.plain(voice, "saved"));
      case "drop":
        if (known.source.from === "config") return { toast: messages.plain(voice, "feed-in-config") };
        return { edit: removeScreen(messages, request, known) };
      case "gone": {
        if (!(await feeds.remove(id))) return { toast: messages.plain(voice, "feed-in-config") };
        const toast = messages.plain(voice, "feed-removed");
        return { edit: listScreen(messages, request, await feeds.list(), 0), toast };
      }
      default:
        return stale(messages, voice);
    }
  }

  return {
    name: "feed",
    audience: "operators",
    async run(request) {
      const { reader, actor, voice } = request;
      const [, step = "", value = ""] = /^([a-z]+)(?:\.([0-9a-f]{1,10}))?$/.exec(request.argument) ?? [];
      if (step === "add") {
        await dialogues.begin(reader.number, actor.user, { kind: "feed", data: "" });
        const html = messages.say(voice, "feed-ask");
        return { edit: { html, keyboard: [[button(messages, voice, "back", "feed:list.0")]] } };
      }
      await dialogues.forget(reader.number, actor.user);
      if (step === "list" && /^\d{1,5}$/.test(value)) {
        return { edit: listScreen(messages, request, await feeds.list(), Number(value)) };
      }
      return onFeed(request, step, value);
    },
  };
}
