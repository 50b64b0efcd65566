// Why each story is in the digest or is not, in words and figures.

import type { Fate, Reasoned } from "../../../../delivery/explain.ts";
import { type WorthParts, worthOf } from "../../../../digest/choose.ts";
import { jointOf } from "../../../../text/joint.ts";
import { type Html, html, nothing } from "../../html.ts";
import type { View } from "../../view.ts";
import { code, linkTo, own } from "../pieces.ts";

export interface ReasonsNeeds {
  readonly reasons: readonly Reasoned[];
  readonly topicName: (topic: string) => string;
  /** A reader's own words are not for others: that there is such a word is all that is said. */
  readonly isPrivate: boolean;
}

/** The digest, what waits for the next one, and the others by their reasons, the most frequent first. */
export function reasonsHtml(view: View, needs: ReasonsNeeds): Html {
  const { reasons } = needs;
  const chosen = reasons.filter(({ fate }) => fate.kind === "in");
  const next = reasons.filter(({ fate }) => fate.kind === "carried");
  const others = reasons.filter(({ fate }) => fate.kind !== "in" && fate.kind !== "carried");
  return html`<h3>${view.say("desk-why-in", { count: chosen.length })}</h3>
${chosen.length === 0 ? html`<p>${view.say("desk-why-in-none")}</p>` : list(view, needs, chosen)}
${next.length === 0 ? nothing : html`<h3>${view.say("desk-why-waiting", { count: next.length })}</h3>${list(view, needs, next)}`}
${others.length === 0 ? nothing : html`<h3>${view.say("desk-why-out", { count: others.length })}</h3>${byReason(view, needs, others)}`}`;
}

function byReason(view: View, needs: ReasonsNeeds, others: readonly Reasoned[]): Html {
  const groups = new Map<Fate["kind"], Reasoned[]>();
  for (const one of others) groups.set(one.fate.kind, [...(groups.get(one.fate.kind) ?? []), one]);
  const largest = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  return html`${largest.map(([kind, group]) => html`<details><summary>${view.say(`desk-out-${kind}`)} (${view.number(group.length)})</summary>${list(view, needs, group)}</details>`)}`;
}

function list(view: View, needs: ReasonsNeeds, reasons: readonly Reasoned[]): Html {
  return html`<ul class="rows">${reasons.map((one) => row(view, needs, one))}</ul>`;
}

function row(view: View, needs: ReasonsNeeds, one: Reasoned): Html {
  const { article, number, fate, outlets } = one;
  const to = new URLSearchParams({ article: String(article.number) });
  const kind = fate.kind === "in" ? "good" : fate.kind === "carried" ? "soft" : "bad";
  const joint = ` ${jointOf(view.locale)} `;
  const more = outlets > 1 ? html`${joint}${view.say("desk-why-outlets", { count: outlets })}` : nothing;
  return html`<li data-number="${number}" data-fate="${fate.kind}"><h4><a href="${linkTo({ id: "articles" }, to)}">${own(article.title)}</a></h4>
<p class="soft">${code(`/a${number}`)}${article.source !== "" && html`${joint}${own(article.source)}`}${more}</p>
<p><span class="${kind}">${fateWords(view, needs, fate)}</span>${beside(view, needs, one)}</p>${worth(view, one)}</li>`;
}

function fateWords(view: View, { topicName, isPrivate }: ReasonsNeeds, fate: Fate): Html {
  switch (fate.kind) {
    case "in":
    case "carried":
    case "over":
      return view.say(`desk-fate-${fate.kind}`, { place: view.number(fate.place) });
    case "muted":
      return isPrivate
        ? view.say("desk-fate-muted-some")
        : view.say("desk-fate-muted", { topic: topicName(fate.topic) });
    case "blocked":
      return isPrivate
        ? view.say("desk-fate-blocked-some")
        : view.say("desk-fate-blocked", { words: fate.words });
    case "member":
      return view.say("desk-fate-member", { article: `/a${fate.of}` });
    default:
      return view.say(`desk-fate-${fate.kind}`);
  }
}

/** What else is to be said: it waited from before, it is news of a followed story, it mentions a followed word. */
function beside(view: View, { isPrivate }: ReasonsNeeds, { isUpdate, wasCarried, followed }: Reasoned): Html {
  const words = followed.join(view.locale === "ar" ? "، " : ", ");
  const joint = ` ${jointOf(view.locale)} `;
  return html`${wasCarried && html`${joint}${view.say("desk-why-carried")}`}${isUpdate && html`${joint}${view.say("desk-why-update")}`}${followed.length > 0 && html`${joint}${isPrivate ? view.say("desk-why-followed-some") : view.say("desk-why-followed", { words })}`}`;
}

/** Less is shown as nothing. */
const least = 0.005;

/** «التثبيت 100 + الحداثة 0.71 − التكرار 0.25 = 100.46»: the parts of its worth, and what repeats of a topic cost it. */
function worth(view: View, { parts, repeats, fate }: Reasoned): Html {
  // What is out whatever it is worth needs no figures.
  if (parts === undefined || !("place" in fate)) return nothing;
  const figure = (value: number): Html => html`<bdi>${view.number(value, 2)}</bdi>`;
  const names = Object.keys(parts) as (keyof WorthParts)[];
  const told = names.filter((name) => parts[name] >= least || name === "recency");
  const sum = told.map(
    (name, at) => html`${at > 0 && " + "}${view.say(`desk-part-${name}`)} ${figure(parts[name])}`,
  );
  const minus = repeats > 0 && html` − ${view.say("desk-part-repeats")} ${figure(repeats)}`;
  return html`<p class="soft worth">${view.say("desk-worth")} ${sum}${minus} = <b>${figure(worthOf(parts) - repeats)}</b></p>`;
}
