// The feeds with their health: last reading, last fault in plain words, next reading, articles a day; on, off, read now.
import { weekDays } from "../../../articles/week-counts.ts";
import type { FeedSource, FeedState } from "../../../sources/feedSource.ts";
import type { Register } from "../../../sources/register.ts";
import { offByHand, readSoon, turnFeed } from "../../../sources/switching.ts";
import { formStart } from "../actions.ts";
import { type Html, html, nothing } from "../html.ts";
import type { Action, Panel } from "../panel.ts";
import type { View } from "../view.ts";
import { english, figureOf, hiddenField, instant, own } from "./pieces.ts";
import { troubleOf } from "./sources/trouble.ts";

export interface SourcesNeeds {
  readonly register: Pick<Register, "list" | "state" | "change">;
  /** From a feed's address to its articles of the last week. */
  readonly weekCounts: (now: Date) => Promise<ReadonlyMap<string, number>>;
}

type Health = "well" | "new" | "failing" | "off";

interface Known {
  readonly source: FeedSource;
  readonly state: FeedState;
  readonly health: Health;
}

const self = { id: "sources" } as const;

export function createSourcesPanel({ register, weekCounts }: SourcesNeeds): Panel {
  const onFeed =
    (message: string, act: (id: string, state: FeedState) => Promise<boolean>): Action =>
    async (form) => {
      const source = (await register.list()).find(({ id }) => id === form.get("feed"));
      if (source === undefined) return { kind: "failed", message: "desk-feed-missing" };
      const values = { name: source.name };
      const isDone = await act(source.id, await register.state(source.id));
      return isDone
        ? { kind: "done", message, values }
        : { kind: "failed", message: "desk-feed-is-off", values };
    };
  const turn = (isOn: boolean) => async (id: string) => {
    await turnFeed(register, id, isOn);
    return true;
  };
  return {
    ...self,
    page: "sources",
    title: "desk-sources-title",
    actions: {
      on: onFeed("desk-feed-turned-on", turn(true)),
      off: onFeed("desk-feed-turned-off", turn(false)),
      read: onFeed("desk-feed-read-soon", async (id, { off }) => {
        if (off !== undefined) return false;
        await readSoon(register, id);
        return true;
      }),
    },
    async render(view) {
      const [sources, counts] = await Promise.all([register.list(), weekCounts(view.now)]);
      const feeds = await Promise.all(
        sources.map(async (source): Promise<Known> => {
          const state = await register.state(source.id);
          return { source, state, health: healthOf(state) };
        }),
      );
      if (feeds.length === 0) return html`<p>${view.say("desk-sources-none")}</p>`;
      const count = (...wanted: Health[]): number =>
        feeds.filter(({ health }) => wanted.includes(health)).length;
      return html`<p>${view.say("feeds-health", { well: count("well", "new"), failing: count("failing"), off: count("off") })}</p>
<ul class="rows">${feeds.map((feed) => row(view, feed, counts.get(feed.source.url) ?? 0))}</ul>`;
    },
  };
}

function healthOf({ off, error, lastRead }: FeedState): Health {
  if (off !== undefined) return "off";
  if (error !== undefined) return "failing";
  return lastRead === undefined ? "new" : "well";
}

function row(view: View, { source, state, health }: Known, ofWeek: number): Html {
  const { name, url } = source;
  const colour = { well: "good", new: "soft", failing: "bad", off: "bad" }[health];
  const isOn = state.off === undefined;
  const next = !isOn
    ? "—"
    : state.next === undefined || Date.parse(state.next) <= view.now.getTime()
      ? view.say("desk-feed-next-soon")
      : instant(view, new Date(state.next));
  return html`<li><h3>${own(name)} <span class="mark ${colour}">${view.say(`feed-is-${health}`)}</span></h3>
<p class="soft"><bdi dir="ltr" class="address">${url}</bdi></p>
<dl class="facts">
${figureOf(view.say("desk-feed-last"), state.lastRead === undefined ? "—" : instant(view, new Date(state.lastRead)))}
${figureOf(view.say("desk-feed-next"), typeof next === "string" ? next : next)}
${figureOf(view.say("desk-feed-daily"), view.number(ofWeek / weekDays, 1))}
${figureOf(view.say("desk-feed-brought"), view.number(state.brought))}
</dl>
${trouble(view, state)}
${movedTo(view, state)}
<div class="actions">${button(view, source, isOn ? "off" : "on")}${isOn ? button(view, source, "read") : nothing}</div></li>`;
}

function trouble(view: View, { error, failures, off }: FeedState): Html {
  const why =
    off === undefined
      ? nothing
      : off === offByHand
        ? html`<p class="bad">${view.say("feed-off-by-hand")}</p>`
        : html`<p class="bad">${view.say("desk-feed-off-by-itself")}</p>`;
  if (error === undefined) return why;
  const { at, reason, mend } = error;
  return html`${why}<p class="bad">${view.say("desk-feed-failed", { count: failures })} ${view.say(troubleOf(reason))}</p>
<details><summary>${view.say("desk-feed-details")}</summary><p>${instant(view, new Date(at))}<br>${english(reason)}<br>${view.say("desk-mend")} ${english(mend)}</p></details>`;
}

function movedTo(view: View, { movedTo: address }: FeedState): Html {
  return address === undefined
    ? nothing
    : html`<p>${view.say("desk-feed-moved")} <bdi dir="ltr" class="address">${address}</bdi></p>`;
}

function button(view: View, { id, name }: FeedSource, action: "on" | "off" | "read"): Html {
  const label = view.plain(`desk-feed-do-${action}`);
  return html`${formStart(self, action, view.query)}${hiddenField("feed", id)}<button class="plain" aria-label="${`${label}: ${name}`}">${label}</button></form>`;
}
