// The next digest of any segment, or of a reader by number, as Telegram shows it, with the reason for every candidate.

import type { Article } from "../../../articles/article.ts";
import { numberAt } from "../../../articles/number-at.ts";
import type { Circumstances } from "../../../delivery/circumstances.ts";
import type { Composition } from "../../../delivery/compose.ts";
import type { Explain, Explained } from "../../../delivery/explain.ts";
import type { Subscriber } from "../../../subscribers/subscriber.ts";
import { type Html, html, nothing, trusted } from "../html.ts";
import type { Panel } from "../panel.ts";
import type { View } from "../view.ts";
import { instant } from "./pieces.ts";
import { type AskNeeds, askedOf, readerOf, type Segment, segmentOf } from "./preview/ask.ts";
import { readerForm, segmentForm } from "./preview/forms.ts";
import { reasonsHtml } from "./preview/reasons.ts";

export interface PreviewNeeds extends AskNeeds {
  readonly explain: Explain;
  readonly circumstances: Circumstances;
  readonly shelf: {
    list(wish: { readonly limit: number; readonly before?: number }): Promise<readonly Article[]>;
    maxNumber(): Promise<number>;
  };
  readonly topics: { all(): Promise<readonly string[]>; name(locale: string, topic: string): string };
  readonly localeName: (code: string) => string;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  /** Epoch seconds of the reader's next slot; null for none. */
  readonly dueAt: (number: number) => Promise<number | null>;
}

export function createPreviewPanel(needs: PreviewNeeds): Panel {
  return {
    id: "preview",
    page: "desk",
    title: "desk-preview-title",
    // What is typed stays as it is, and a preview is of the moment it was asked for.
    isLive: false,
    async render(view) {
      const all = await needs.topics.all();
      const asked = askedOf(view.query);
      const segment = segmentOf(view.query, needs, all);
      const topics = all.map((id) => ({ id, name: needs.topics.name(view.locale, id) }));
      const locales = needs.locales.map((code) => ({ code, name: needs.localeName(code) }));
      const wrong =
        segment.wrongZone === undefined
          ? nothing
          : html`<p class="bad">${view.say("desk-preview-wrong-zone", { zone: segment.wrongZone })}</p>`;
      const shown =
        asked.kind === "nothing"
          ? html`<p class="hint">${view.say("desk-preview-hint")}</p>`
          : asked.kind === "reader"
            ? await ofReader(needs, view, asked.number)
            : await ofSegment(needs, view, segment);
      const form = html`${segmentForm(view, { segment, topics, locales })}${readerForm(view, view.query.get("reader") ?? "")}`;
      const open = asked.kind === "nothing" || segment.wrongZone !== undefined;
      return html`<details${open ? html` open` : nothing}><summary>${view.say("desk-preview-whose")}</summary>${form}</details>${wrong}${shown}`;
    },
  };
}

async function ofSegment(needs: PreviewNeeds, view: View, segment: Segment): Promise<Html> {
  const { now } = view;
  const since = new Date(now.getTime() - segment.span * 3_600_000);
  const cursor = segment.span === 0 ? 0 : await numberAt(needs.shelf, since);
  const explained = await needs.explain(readerOf(segment, cursor, now), { now });
  return result(needs, view, explained, { locale: segment.locale, isPrivate: false });
}

async function ofReader(needs: PreviewNeeds, view: View, number: number): Promise<Html> {
  const reader = await needs.subscriberOf(number);
  if (reader === undefined) return html`<p class="bad">${view.say("desk-preview-nobody")}</p>`;
  const [due, past] = await Promise.all([needs.dueAt(number), needs.circumstances(number, reader)]);
  const slot = due ?? Math.floor(view.now.getTime() / 1000);
  // As the worker dates it: not before its slot.
  const now = new Date(Math.max(view.now.getTime(), slot * 1000));
  const explained = await needs.explain(reader, { now, slot, ...past });
  const when =
    due === null
      ? html`<p class="bad">${view.say(reader.status === "active" ? "desk-preview-never" : "desk-preview-inactive")}</p>`
      : html`<p>${view.say("desk-preview-due")} ${instant(view, new Date(due * 1000))}</p>`;
  return html`${when}<p class="hint">${view.say("desk-preview-private")}</p>${result(needs, view, explained, { locale: reader.locale, isPrivate: true })}`;
}

function result(
  { topics }: PreviewNeeds,
  view: View,
  { composition, reasons }: Explained,
  { locale, isPrivate }: { readonly locale: string; readonly isPrivate: boolean },
): Html {
  const topicName = (topic: string): string => topics.name(view.locale, topic);
  return html`<h3>${view.say("desk-preview-digest")}</h3>${digestHtml(view, composition, locale)}
${reasonsHtml(view, { reasons, topicName, isPrivate })}`;
}

/** The parts are HTML of our own making: what the composer gives to Telegram. */
function digestHtml(view: View, { parts, nothing: why }: Composition, locale: string): Html {
  const direction = locale === "ar" ? "rtl" : "ltr";
  if (why !== undefined) return html`<p class="bad">${view.say(`desk-preview-${why}`)}</p>`;
  return html`${parts.map((part) => html`<div class="bubble" lang="${locale}" dir="${direction}">${trusted(asShown(part))}</div>`)}`;
}

/** A quotation is a block of its own: what follows it is on a new line anyway. */
export const asShown = (part: string): string => part.replaceAll("</blockquote>\n", "</blockquote>");
