// Finds the command or button that a reader meant, and always has an answer.

import type { Keyboard } from "../delivery/outcome.ts";
import { command as commandText, sided, voiceOf } from "../digest/wording.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Action, Actor, Command, Pressed, Reader, Reply, Request } from "./command.ts";
import type { Located, Point } from "./located.ts";
import { markPressed, markReply, readMark } from "./managing.ts";
import { readSpoken } from "./spoken.ts";

export interface Router {
  /** Answers a message. In groups, text that is not for the bot gets none. */
  message(reader: Reader, text: string, heard: Heard): Promise<readonly Reply[]>;
  /** Answers a pressed button by its callback data. */
  press(reader: Reader, data: string, heard: Heard): Promise<Pressed>;
  /** Answers a shared location. */
  location(reader: Reader, point: Point, heard: Heard): Promise<readonly Reply[]>;
  /** The command that a text calls, undefined for free text and for another bot's command. */
  commandOf(text: string): Command | undefined;
}

/** By whom and when something was said. */
export interface Heard {
  readonly actor: Actor;
  readonly now: Date;
  /** In a group: the bot was named, or this answers one of its messages. */
  readonly isAddressed?: boolean;
  /** Of a pressed button: the buttons of its message. */
  readonly keyboard?: Keyboard;
  /** As `Request.typedHtml`. */
  readonly typedHtml?: string;
  /** The rights of who spoke were asked a moment ago. */
  readonly isAdmin?: boolean;
}

/** Settings of a channel or group from a private chat; the rights are asked anew each time. */
export interface Managed {
  /** The reader of a pressed button's mark; undefined where the person may not. */
  begin(target: number, actor: Actor): Promise<ManagedChat | undefined>;
  /** The reader whose button was pressed last, for ten minutes; for what is typed then. */
  current(actor: Actor): Promise<ManagedChat | undefined>;
}

export interface ManagedChat extends Reader {
  /** As Telegram has it. */
  readonly title: string;
}

export interface RouterNeeds {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly messages: Messages;
  /** The bot's user name, without "@". */
  readonly username: () => string;
  /** Free text in the middle of a dialogue: the replies, or undefined when it belongs to none. */
  readonly dialogue: (request: Request) => Promise<readonly Reply[] | undefined>;
  /** What a shared location means; no replies where it means nothing. */
  readonly located: Located;
  /** Called before a command is run. */
  readonly leave: (reader: Reader, actor: Actor) => Promise<void>;
  /** True for the name of a topic, in any language. */
  readonly isTopic: (words: string) => Promise<boolean>;
  /** Readers whose settings a person has before him in a private chat. */
  readonly managed: Managed;
  /** Whether someone in a group or channel may change what it gets: asked anew each time. */
  readonly mayChange: (reader: Reader, actor: Actor) => Promise<boolean>;
}

/** "hidden": for this person there is no such command or button; "elsewhere": it has a sense in private chats only. */
type Refusal = "no" | "hidden" | "elsewhere";

const commandShape = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?:\s+([\s\S]*))?$/i;

/** `/a42`: the tappable form of `/article 42`. */
const shortArticle = /^a(\d+)$/;

/** `/t_economy`: the tappable form of `/latest economy`. */
const shortTopic = /^t_([a-z0-9_]+)$/;

export function createRouter(needs: RouterNeeds): Router {
  const { commands, actions, messages, username, dialogue, located, managed, mayChange } = needs;
  const byName = new Map(commands.map((command) => [command.name, command]));
  const actionByName = new Map(actions.map((action) => [action.name, action]));

  function find(
    text: string,
  ): { command: Command | undefined; argument: string; isOurs: boolean } | undefined {
    const match = commandShape.exec(text.trim());
    if (match === null) return undefined;
    const name = (match[1] ?? "").toLowerCase();
    const isOurs = match[2] === undefined || match[2].toLowerCase() === username().toLowerCase();
    const number = shortArticle.exec(name)?.[1];
    if (number !== undefined) return { command: byName.get("article"), argument: number, isOurs };
    const topic = shortTopic.exec(name)?.[1];
    if (topic !== undefined) return { command: byName.get("latest"), argument: topic, isOurs };
    return { command: byName.get(name), argument: (match[3] ?? "").trim(), isOurs };
  }

  /** What is said in plain words, in private chats. «أخبار …» (news of …) names a topic, or is searched for. */
  async function findSpoken(
    text: string,
  ): Promise<{ command: Command | undefined; argument: string } | undefined> {
    const spoken = readSpoken(text);
    if (spoken === undefined) return undefined;
    const { name, argument, isTentative } = spoken;
    const isTopic = isTentative !== true || (await needs.isTopic(argument));
    return { command: byName.get(isTopic ? name : "search"), argument };
  }

  async function allowed(
    { audience, isPrivate }: Pick<Command, "audience" | "isPrivate">,
    reader: Reader,
    { actor, isAdmin = false }: Pick<Heard, "actor" | "isAdmin">,
  ): Promise<"yes" | Refusal> {
    if (audience === "operators") return actor.isOperator ? "yes" : "hidden";
    if (reader.subscriber.kind === "private") return "yes";
    if (isPrivate === true) return "elsewhere";
    // What a button brings forth in a channel is posted to all its readers.
    const isForAll = audience !== "admins" && reader.subscriber.kind !== "channel";
    return isForAll || isAdmin || (await mayChange(reader, actor)) ? "yes" : "no";
  }

  /** What is said to who may not; `hidden` where for this person there is nothing. */
  function refusal({ subscriber }: Reader, why: Refusal, hidden: string): string {
    const voice = voiceOf(subscriber);
    if (why === "hidden") return hidden;
    return why === "no"
      ? messages.say(voice, "admins-only", { kind: subscriber.kind })
      : messages.say(voice, "private-only", { bot: `@${username()}` });
  }

  /** Stands over every screen of a chat that is managed from elsewhere. */
  function nameOf(voice: Voice, { subscriber: { kind }, title }: ManagedChat): string {
    return sided(voice, messages.say(voice, `channel-${kind}`, { title: title.slice(0, 120) }));
  }

  /** However a command was called: it runs for whom it is. */
  async function obey(command: Command | undefined, request: Request): Promise<readonly Reply[]> {
    const { reader, actor, voice } = request;
    const may = command === undefined ? "hidden" : await allowed(command, reader, { actor });
    if (command === undefined || may !== "yes") {
      const isQuiet = reader.subscriber.kind !== "private";
      const unknown = isQuiet ? "" : messages.say(voice, "unknown-command", commandValues);
      const html = refusal(reader, may === "yes" ? "hidden" : may, unknown);
      return html === "" ? [] : [{ html }];
    }
    await needs.leave(reader, actor);
    return command.run(request);
  }

  async function feel(reader: Reader, data: string, heard: Heard): Promise<Pressed> {
    const { actor, now, keyboard } = heard;
    const voice = voiceOf(reader.subscriber);
    const colon = data.indexOf(":");
    const name = colon < 0 ? data : data.slice(0, colon);
    const argument = colon < 0 ? "" : data.slice(colon + 1);
    // `do:digest` does what the command /digest does, for whom the command is.
    const command = name === "do" ? byName.get(argument) : undefined;
    const action = actionByName.get(name);
    const one = command ?? action;
    const may = one === undefined ? "hidden" : await allowed(one, reader, heard);
    if (may !== "yes") return { toast: refusal(reader, may, messages.plain(voice, "stale-button")) };
    const request = { reader, actor, voice, argument, now, ...(keyboard !== undefined && { keyboard }) };
    if (command !== undefined) return { replies: await command.run({ ...request, argument: "" }) };
    return action?.run(request) ?? {};
  }

  return {
    commandOf(text) {
      const found = find(text);
      return found?.isOurs ? found.command : undefined;
    },
    async message(reader, text, { actor, now, typedHtml, isAddressed = false }) {
      const voice = voiceOf(reader.subscriber);
      const isPrivate = reader.subscriber.kind === "private";
      const html = typedHtml === undefined ? {} : { typedHtml };
      const found = find(text);
      if (found === undefined) {
        const answer = await dialogue({ reader, actor, voice, argument: text.trim(), now, ...html });
        if (answer !== undefined) return answer;
        const target = isPrivate ? await managed.current(actor) : undefined;
        const typed =
          target === undefined
            ? undefined
            : await dialogue({ reader: target, actor, voice, argument: text.trim(), now });
        if (target !== undefined && typed !== undefined)
          return typed.map((reply) => markReply(reply, target.number, nameOf(voice, target)));
        const isForUs = isPrivate || isAddressed;
        const said = isForUs ? await findSpoken(text) : undefined;
        if (said?.command !== undefined)
          return obey(said.command, { reader, actor, voice, argument: said.argument, now });
        const examples = { ...commandValues, number: 3 };
        return isForUs ? [{ html: messages.say(voice, "free-text", examples) }] : [];
      }
      if (!found.isOurs) return [];
      return obey(found.command, { reader, actor, voice, argument: found.argument, now, ...html });
    },
    async press(reader, given, heard) {
      const { actor } = heard;
      const mark = readMark(given);
      if (mark !== undefined) {
        const isPrivate = reader.subscriber.kind === "private";
        const target = isPrivate ? await managed.begin(mark.target, actor) : undefined;
        if (target === undefined)
          return { toast: messages.plain(voiceOf(reader.subscriber), "channel-not-you-now") };
        const pressed = await feel(target, mark.data, { ...heard, isAdmin: true });
        return markPressed(pressed, target.number, nameOf(voiceOf(reader.subscriber), target));
      }
      return feel(reader, given, heard);
    },
    async location(reader, point, { actor, now }) {
      if ((await allowed({ audience: "admins" }, reader, { actor })) !== "yes") return [];
      return located({ reader, actor, voice: voiceOf(reader.subscriber), argument: "", now }, point);
    },
  };
}

const commandValues = {
  help: commandText("help"),
  digest: commandText("digest"),
  latest: commandText("latest"),
};
