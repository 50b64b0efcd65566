// Renders one article that a search found: its title, the sentence that answers with the words in bold, where it is from.
import type { FoundArticle } from "../articles/search-follower.ts";
import type { Voice } from "../messages/messages.ts";
import { isolate } from "../text/direction.ts";
import { escapeHtml } from "../text/html.ts";
import { joinFacts } from "../text/joint.ts";
import { clip } from "./digest.ts";
import { command, dayWords, ownSided, sided } from "./wording.ts";

export interface FoundLook {
  readonly voice: Voice;
  readonly zone: string;
}

/** Bounds in UTF-16 units: five hits fit one message whatever the sources sent. */
const most = { title: 200, sentence: 400, source: 60 } as const;

/** What stays of a long sentence before the first word that was found. */
const before = 80;

export function renderFound({ article, sentence }: FoundArticle, { voice, zone }: FoundLook): string {
  const { title, language, source, number, published, summary } = article;
  const answer =
    sentence === undefined
      ? escapeHtml(
          ownSided(clip(summary.editor ?? summary.sentences[0]?.text ?? "", most.sentence), language),
        )
      : renderMarked(sentence, language);
  const day = dayWords(voice, new Date(published), { zone, calendar: "gregorian" });
  const origin = [
    source === "" ? "" : escapeHtml(isolate(clip(source, most.source))),
    escapeHtml(day),
    isolate(command(`a${number}`)),
  ];
  return [
    `<b>${escapeHtml(ownSided(clip(title, most.title), language))}</b>`,
    answer,
    sided(voice, joinFacts(voice.locale, origin)),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function renderMarked({ text, marks }: NonNullable<FoundArticle["sentence"]>, language: string): string {
  const [start, end] = windowOf(text, marks[0]?.start ?? 0);
  let at = start;
  let marked = "";
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    marked += `${escapeHtml(text.slice(at, mark.start))}<b>${escapeHtml(text.slice(mark.start, mark.end))}</b>`;
    at = mark.end;
  }
  marked += escapeHtml(text.slice(at, end));
  const shown = text.slice(start, end);
  const side = ownSided(shown, language).slice(0, -shown.length);
  return `${side}${start > 0 ? "…" : ""}${marked}${end < text.length ? "…" : ""}`;
}

/** The part of a long sentence around the first word that was found, cut at blanks. */
function windowOf(text: string, first: number): readonly [number, number] {
  if (text.length <= most.sentence) return [0, text.length];
  const blank = first <= before ? -1 : text.lastIndexOf(" ", first - before);
  const start = blank + 1;
  if (text.length - start <= most.sentence) return [start, text.length];
  const space = text.lastIndexOf(" ", start + most.sentence);
  return [start, space > start ? space : start + most.sentence];
}
