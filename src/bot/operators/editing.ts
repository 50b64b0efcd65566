// /pin N, /hide N, /edit N: what an editor decides of one article, whatever its source says of it later.

import type { Article } from "../../articles/article.ts";
import { type Editing, type Hand, mostSummaryUnits, toSummary } from "../../articles/editing.ts";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import { clip } from "../../digest/digest.ts";
import { command as commandText, inDigits, ownSided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { toLatinDigits } from "../../text/digits.ts";
import { escapeHtml } from "../../text/html.ts";
import { button, shut, stale } from "../buttons.ts";
import type { Action, Command, Reply, Request, Typed } from "../command.ts";
import type { Dialogues } from "../dialogues.ts";

export interface EditingNeeds {
  readonly messages: Messages;
  readonly shelf: { byNumber(number: number): Promise<Article | undefined> };
  readonly editing: Editing;
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
}

export function createPin(needs: EditingNeeds): Command {
  return onArticle(needs, "pin", (request, article) => set(needs, request, article, { pinned: true }));
}

export function createHide(needs: EditingNeeds): Command {
  return onArticle(needs, "hide", (request, article) => set(needs, request, article, { hidden: true }));
}

/** `/edit 42` asks for the summary, `/edit 42 text` sets it, `/edit 42 -` takes it away. */
export function createEdit(needs: EditingNeeds): Command {
  return onArticle(needs, "edit", async (request, article, rest) =>
    rest === "" ? ask(needs, request, article) : write(needs, request, article, rest),
  );
}

/** The typed summary of the article that the dialogue names. */
export function createTypedSummary(needs: EditingNeeds): Typed {
  return {
    kind: "summary",
    isOutgoing: true,
    async read(request, data) {
      if (!request.actor.isOperator) return undefined;
      const article = await needs.shelf.byNumber(Number(data));
      if (article === undefined) return [{ html: needs.messages.say(request.voice, "article-gone") }];
      return [await write(needs, request, article, request.argument)];
    },
  };
}

/** `ed:pin.42`, `ed:unpin.42`, `ed:hide.42`, `ed:unhide.42`, `ed:words.42` asks, `ed:plain.42` takes the summary away. */
export function createEditingAction(needs: EditingNeeds): Action {
  const { messages } = needs;
  return {
    name: "ed",
    audience: "operators",
    async run(request) {
      const [, step = "", number = ""] = /^([a-z]+)\.(\d{1,12})$/.exec(request.argument) ?? [];
      const article = await needs.shelf.byNumber(Number(number));
      if (article === undefined) return stale(messages, request.voice);
      await needs.dialogues.forget(request.reader.number, request.actor.user);
      if (step === "one") return { edit: show(needs, request, article, "edit-now") };
      if (step === "words") return { edit: await ask(needs, request, article) };
      if (step === "plain") return { edit: await write(needs, request, article, "-") };
      const change = changes[step];
      if (change === undefined) return stale(messages, request.voice);
      return { edit: await set(needs, request, article, change) };
    },
  };
}

const changes: Readonly<Record<string, { readonly pinned?: boolean; readonly hidden?: boolean }>> = {
  pin: { pinned: true },
  unpin: { pinned: false },
  hide: { hidden: true },
  unhide: { hidden: false },
};

/** A command whose argument begins with an article's number. */
function onArticle(
  { messages, shelf }: EditingNeeds,
  name: string,
  run: (request: Request, article: Article, rest: string) => Promise<Reply>,
): Command {
  return {
    name,
    isListed: false,
    audience: "operators",
    async run(request) {
      const { voice, argument } = request;
      const [, number, rest = ""] = /^\/?a?([0-9٠-٩]{1,12})(?:\s+([\s\S]+))?$/.exec(argument) ?? [];
      if (number === undefined) {
        return [{ html: messages.say(voice, "edit-usage", { example: commandText(`${name} 42`) }) }];
      }
      const asked = toLatinDigits(number);
      const article = await shelf.byNumber(Number(asked));
      if (article === undefined) {
        return [{ html: messages.say(voice, "edit-missing", { number: inDigits(voice, asked) }) }];
      }
      return [await run(request, article, rest.trim())];
    },
  };
}

/** Operators are known: they speak in private, never in the name of a chat. */
const handOf = ({ actor, now }: Request): Hand => ({ by: String(actor.user ?? ""), at: now });

async function set(
  needs: EditingNeeds,
  request: Request,
  article: Article,
  change: { readonly pinned?: boolean; readonly hidden?: boolean },
): Promise<Reply> {
  await needs.editing.edit(article.number, change, handOf(request));
  const done =
    change.pinned === undefined ? (change.hidden ? "hide" : "unhide") : change.pinned ? "pin" : "unpin";
  const now = (await needs.shelf.byNumber(article.number)) ?? article;
  return show(needs, request, now, `edit-done-${done}`);
}

async function write(needs: EditingNeeds, request: Request, article: Article, text: string): Promise<Reply> {
  const { messages, dialogues, editing } = needs;
  const { reader, actor, voice } = request;
  const isRemoved = /^[-–—−]$/.test(text);
  const words = isRemoved ? "" : toSummary(text);
  if (words === undefined) {
    return { html: messages.say(voice, "edit-too-long", { most: mostSummaryUnits }) };
  }
  await dialogues.forget(reader.number, actor.user);
  await editing.edit(article.number, { summary: words }, handOf(request));
  const now = (await needs.shelf.byNumber(article.number)) ?? article;
  return show(needs, request, now, isRemoved ? "edit-done-plain" : "edit-done-words");
}

async function ask(
  { messages, dialogues }: EditingNeeds,
  request: Request,
  article: Article,
): Promise<Reply> {
  const { reader, actor, voice } = request;
  await dialogues.begin(reader.number, actor.user, { kind: "summary", data: String(article.number) });
  const { editor } = article.summary;
  return {
    html: [
      head(article),
      ...(editor === undefined
        ? []
        : [escapeHtml(ownSided(clip(editor, mostSummaryUnits), article.language))]),
      messages.say(voice, editor === undefined ? "edit-ask" : "edit-ask-again"),
    ].join("\n\n"),
    keyboard: [
      inReadingOrder(voice, [
        button(messages, voice, "back", `ed:one.${article.number}`),
        shut(messages, voice, "edit"),
      ]),
    ],
  };
}

/** The article as it stands now, under what was done, with a button for the way back. */
function show({ messages }: EditingNeeds, { voice }: Request, article: Article, said: string): Reply {
  const { number, pinned, hidden, summary, language } = article;
  const to = (step: string) => button(messages, voice, `edit-${step}`, `ed:${step}.${number}`);
  return {
    html: [
      messages.say(voice, said, { article: commandText(`a${number}`) }),
      head(article),
      ...(summary.editor === undefined
        ? []
        : [escapeHtml(ownSided(clip(summary.editor, mostSummaryUnits), language))]),
    ].join("\n\n"),
    keyboard: [
      inReadingOrder(voice, [to(pinned ? "unpin" : "pin"), to(hidden ? "unhide" : "hide")]),
      inReadingOrder(voice, [to("words"), ...(summary.editor === undefined ? [] : [to("plain")])]),
      [shut(messages, voice, "edit")],
    ],
  };
}

function head({ title, language }: Article): string {
  return `<b>${escapeHtml(ownSided(clip(title, 300), language))}</b>`;
}
