// The two forms of the preview: a segment by its settings, a reader by number.
import { lengths } from "../../../../subscribers/subscriber.ts";
import { type Html, html, nothing } from "../../html.ts";
import type { View } from "../../view.ts";
import { type Segment, spans } from "./ask.ts";

export interface FormNeeds {
  readonly segment: Segment;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  readonly locales: readonly { readonly code: string; readonly name: string }[];
}

export function segmentForm(view: View, { segment, topics, locales }: FormNeeds): Html {
  const joint = view.locale === "ar" ? "، " : ", ";
  const options = (own: readonly (readonly [value: string, name: string])[], chosen: string): Html[] =>
    own.map(
      ([value, name]) =>
        html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${name}</option>`,
    );
  const labelled = (name: string, control: (id: string) => Html): Html =>
    html`<div class="field"><label for="preview-${name}">${view.say(`desk-preview-${name}`)}</label>${control(`preview-${name}`)}</div>`;
  const select = (name: string, all: Html[]): Html =>
    labelled(name, (id) => html`<select id="${id}" name="${name}">${all}</select>`);
  const words = (name: "follow" | "block"): Html =>
    labelled(
      name,
      (id) =>
        html`<input id="${id}" name="${name}" value="${segment[name].join(joint)}" dir="auto" aria-describedby="preview-words-hint">`,
    );
  const spanNames = spans.map(
    (hours) =>
      [
        String(hours),
        hours === 0 ? view.plain("desk-preview-first") : view.plain("dash-hours", { n: hours }),
      ] as const,
  );
  return html`<form method="get" action="#panel-preview" class="fields">
${select(
  "locale",
  options(
    locales.map(({ code, name }) => [code, name]),
    segment.locale,
  ),
)}
${labelled("zone", (id) => html`<input id="${id}" name="zone" value="${segment.zone}" dir="ltr" spellcheck="false">`)}
${select(
  "length",
  options(
    lengths.map((name) => [name, view.plain(`length-${name}`)]),
    segment.length,
  ),
)}
${labelled("items", (id) => html`<input id="${id}" name="items" type="number" min="1" max="20" value="${segment.items}">`)}
${select("since", options(spanNames, String(segment.span)))}
${words("follow")}${words("block")}
<fieldset class="whole"><legend>${view.say("desk-preview-topics")}</legend><div class="ticks-row">${topics.map(
    ({ id, name }) =>
      html`<label><input type="checkbox" name="topic" value="${id}"${segment.topics.includes(id) ? html` checked` : nothing}> ${name}</label>`,
  )}</div></fieldset>
<p class="hint whole" id="preview-words-hint">${view.say("desk-preview-words-hint")}</p>
<p class="whole"><button>${view.say("desk-preview-show")}</button></p></form>`;
}

export function readerForm(view: View, number: string): Html {
  return html`<form method="get" action="#panel-preview" class="row">
<label for="preview-reader">${view.say("desk-preview-reader")}</label>
<input id="preview-reader" name="reader" value="${number}" inputmode="numeric" dir="ltr" size="8" maxlength="20" required>
<button>${view.say("desk-show")}</button></form>`;
}
