// /broadcast: an operator writes one message, looks at it, chooses for whom it is, and sends it to all of them.
import type { BroadcastStatus } from "../../delivery/broadcast.ts";
import type { BroadcastBook } from "../../delivery/broadcastBook.ts";
import { broadcastAction, renderBroadcast } from "../../delivery/broadcastScreen.ts";
import { messageLimit } from "../../digest/digest.ts";
import { visibleLength } from "../../text/html.ts";
import { shut, stale } from "../buttons.ts";
import type { Action, Command, Pressed, Request, Typed } from "../command.ts";
import type { Dialogues } from "../dialogues.ts";
import { confirmScreen, type SegmentNeeds, segmentOf, segmentScreen, topicScreen } from "./segments.ts";

export interface BroadcastNeeds extends SegmentNeeds {
  readonly broadcasts: BroadcastBook;
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
}

export function createBroadcastCommand(needs: BroadcastNeeds): Command {
  const { messages, broadcasts, dialogues } = needs;
  return {
    name: "broadcast",
    isListed: false,
    audience: "operators",
    async run({ reader, actor, voice }) {
      await dialogues.begin(reader.number, actor.user, { kind: "broadcast", data: "" });
      const underWay = await Promise.all((await broadcasts.underWay()).map((id) => broadcasts.find(id)));
      return [
        ...underWay.flatMap((one) =>
          one === undefined ? [] : [renderBroadcast(messages, { ...one, ...voice })],
        ),
        { html: messages.say(voice, "broadcast-ask"), keyboard: [[shut(messages, voice, "broadcast")]] },
      ];
    },
  };
}

/** The message itself; with the writer's own bold and links. */
export function createTypedBroadcast(needs: BroadcastNeeds): Typed {
  const { messages, broadcasts, dialogues } = needs;
  return {
    kind: "broadcast",
    isOutgoing: true,
    async read(request) {
      const { reader, actor, voice, argument, typedHtml } = request;
      // The operators' list may have changed while the message was written.
      if (!actor.isOperator) return undefined;
      const html = typedHtml ?? "";
      if (argument === "" || html === "") return [{ html: messages.say(voice, "broadcast-text-only") }];
      if (visibleLength(html) > messageLimit) return [{ html: messages.say(voice, "broadcast-too-long") }];
      await dialogues.forget(reader.number, actor.user);
      const id = await broadcasts.draft({ html, by: reader.subscriber.chat, ...voice });
      return [{ html }, segmentScreen(needs, request, id)];
    },
  };
}

/** Which statuses each button of a running broadcast changes, and to what. */
const moves: Readonly<Record<string, readonly [from: readonly BroadcastStatus[], to: BroadcastStatus]>> = {
  pause: [["running"], "paused"],
  resume: [["paused"], "running"],
  cancel: [["running", "paused"], "cancelled"],
};

/**
 * `bc:to.ID` segments, `bc:topics.ID.PAGE`, `bc:for.ID.SEGMENT` how many they are, `bc:go.ID.SEGMENT` begins, `bc:drop.ID`;
 * `bc:pause.ID`, `bc:resume.ID`, `bc:cancel.ID` while it runs.
 */
export function createBroadcastAction(needs: BroadcastNeeds): Action {
  const { messages, broadcasts } = needs;

  async function onDraft(request: Request, step: string, id: number, value: string): Promise<Pressed> {
    const { voice, now } = request;
    if ((await broadcasts.find(id))?.status !== "draft") return stale(messages, voice);
    if (step === "to") return { edit: segmentScreen(needs, request, id) };
    if (step === "topics") return { edit: await topicScreen(needs, request, id, Number(value) || 0) };
    if (step === "drop") {
      await broadcasts.move(id, ["draft"], "cancelled", now);
      return { edit: { html: messages.say(voice, "broadcast-dropped"), keyboard: [] } };
    }
    const segment = await segmentOf(needs, value);
    if (segment === undefined) return stale(messages, voice);
    const { total, last } = await needs.countReaders(segment, now);
    if (step === "for") return { edit: confirmScreen(needs, request, { id, value, segment, total }) };
    const isBegun = step === "go" && (await broadcasts.begin(id, { segment, total, last }));
    if (!isBegun) return stale(messages, voice);
    return { edit: { html: messages.say(voice, "broadcast-begun"), keyboard: [] } };
  }

  return {
    name: broadcastAction,
    audience: "operators",
    async run(request) {
      const { voice, argument, now } = request;
      const [, step = "", number = "", value = ""] = /^([a-z]+)\.(\d{1,15})(?:\.(.+))?$/.exec(argument) ?? [];
      const id = Number(number);
      const move = moves[step];
      if (move === undefined) return onDraft(request, step, id, value);
      const [from, to] = move;
      if (!(await broadcasts.move(id, from, to, now))) return stale(messages, voice);
      const broadcast = await broadcasts.find(id);
      if (broadcast === undefined) return stale(messages, voice);
      return { edit: renderBroadcast(messages, { ...broadcast, ...voice }) };
    },
  };
}
