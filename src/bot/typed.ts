// The table of dialogues: who reads what a reader types in the middle of something.
import type { Actor, Reader, Reply, Request, Typed } from "./command.ts";
import { createTypedFeedback, type FeedbackNeeds } from "./commands/feedback.ts";
import type { Dialogues } from "./dialogues.ts";
import { createOperatorTyped, type OperatorNeeds } from "./operators/table.ts";
import { createTypedQuiet } from "./settings/quiet.ts";
import { createTypedTime } from "./settings/time.ts";
import { createTypedWords } from "./settings/words.ts";
import { createTypedZone } from "./settings/zone.ts";
import { type BeginNeeds, createTypedBeginCity, createTypedBeginTime } from "./start/begin.ts";

export type TypedNeeds = BeginNeeds & FeedbackNeeds & OperatorNeeds;

export function createTyped(needs: TypedNeeds): readonly Typed[] {
  const settings = [
    createTypedTime(needs),
    createTypedZone(needs),
    createTypedQuiet(needs),
    createTypedWords(needs, "follow"),
    createTypedWords(needs, "block"),
    createTypedBeginTime(needs),
    createTypedBeginCity(needs),
  ];
  return [
    ...settings.map((typed) => ({ ...typed, isChange: true as const })),
    createTypedFeedback(needs),
    ...createOperatorTyped(needs),
  ];
}

/**
 * Free text in the middle of a dialogue: the replies, or undefined when it belongs to none. Who began it in a group may
 * be no administrator any more: `mayChange` is asked for what changes settings there.
 */
export function readTyped(
  table: readonly Typed[],
  dialogues: Pick<Dialogues, "current">,
  mayChange: (reader: Reader, actor: Actor) => Promise<boolean>,
): (request: Request) => Promise<readonly Reply[] | undefined> {
  return async (request) => {
    const dialogue = await dialogues.current(request.reader.number, request.actor.user);
    const typed = table.find(({ kind }) => kind === dialogue?.kind);
    if (dialogue === undefined || typed === undefined) return undefined;
    const { reader, actor } = request;
    const isShared = typed.isChange === true && reader.subscriber.kind !== "private";
    if (isShared && !(await mayChange(reader, actor))) return undefined;
    return typed.read(request, dialogue.data);
  };
}

/** Called before a command: ends a dialogue whose text would go out to others. */
export function leaveTyped(
  table: readonly Typed[],
  dialogues: Pick<Dialogues, "current" | "forget">,
): (reader: Reader, actor: Actor) => Promise<void> {
  return async ({ number }, { user }) => {
    const dialogue = await dialogues.current(number, user);
    const typed = table.find(({ kind }) => kind === dialogue?.kind);
    if (typed?.isOutgoing) await dialogues.forget(number, user);
  };
}
