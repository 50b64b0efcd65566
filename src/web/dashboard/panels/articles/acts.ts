// What can be done to an article: the same edits that the bot's operators make by command.
import type { Article } from "../../../../articles/article.ts";
import { type Edit, type Editing, mostSummaryUnits, toSummary } from "../../../../articles/editing.ts";
import { splitSentences } from "../../../../text/sentences.ts";
import type { Action, Notice } from "../../panel.ts";
import { readNumber } from "./readNumber.ts";

export interface ActNeeds {
  readonly shelf: { byNumber(number: number): Promise<Article | undefined> };
  readonly editing: Editing;
}

export function createActs({ shelf, editing }: ActNeeds): Readonly<Record<string, Action>> {
  const onArticle =
    (toEdit: (form: URLSearchParams, article: Article) => Edit | Notice, said: string): Action =>
    async (form, view) => {
      const number = readNumber(form.get("number") ?? "") ?? 0;
      const article = await shelf.byNumber(number);
      if (article === undefined) return { kind: "failed", message: "article-gone" };
      const edit = toEdit(form, article);
      if ("kind" in edit) return edit;
      await editing.edit(number, edit, { by: "dashboard", at: view.now });
      const values = { article: `/a${number}` };
      // An article whose file is missing stays hidden whatever an editor says.
      const isStillHidden = edit.hidden === false && (await shelf.byNumber(number))?.hidden === true;
      if (isStillHidden) return { kind: "failed", message: "desk-article-file-missing", values };
      return { kind: "done", message: said, values };
    };
  return {
    pin: onArticle(() => ({ pinned: true }), "edit-done-pin"),
    unpin: onArticle(() => ({ pinned: false }), "edit-done-unpin"),
    hide: onArticle(() => ({ hidden: true }), "edit-done-hide"),
    unhide: onArticle(() => ({ hidden: false }), "edit-done-unhide"),
    plain: onArticle(() => ({ summary: "" }), "edit-done-plain"),
    words: onArticle((form) => summaryOf(form.get("words") ?? ""), "edit-done-words"),
    sentences: onArticle(fromSentences, "edit-done-words"),
  };
}

function summaryOf(written: string): Edit | Notice {
  const summary = toSummary(written);
  if (summary !== undefined) return { summary };
  return { kind: "failed", message: "edit-too-long", values: { most: mostSummaryUnits } };
}

/** The ticked sentences in the order of the text, by where they begin in it. */
function fromSentences(form: URLSearchParams, { text, contentHash }: Article): Edit | Notice {
  if (form.get("hash") !== contentHash) return { kind: "failed", message: "desk-article-changed" };
  const ticked = new Set(form.getAll("s"));
  const chosen = splitSentences(text).filter(({ start }) => ticked.has(String(start)));
  if (chosen.length === 0) return { kind: "failed", message: "desk-sentences-none" };
  return summaryOf(chosen.map((sentence) => sentence.text).join(" "));
}
