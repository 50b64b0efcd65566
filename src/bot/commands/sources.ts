// /sources: the outlets that the news comes from, those with most of it in the last week first.

import { clip } from "../../digest/digest.ts";
import { command as commandText, ownSided, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { directionOf } from "../../text/direction.ts";
import { shut, stale, turns } from "../buttons.ts";
import type { Action, Command, Reply, Request } from "../command.ts";
import type { OutletCount } from "../outletCounts.ts";

export interface SourcesNeeds {
  readonly messages: Messages;
  /** Outlets of the last week, most articles first. */
  readonly outlets: (now: Date) => Promise<readonly OutletCount[]>;
}

const perPage = 15;

export function createSources(needs: SourcesNeeds): Command {
  return { name: "sources", isListed: true, run: async (request) => [await screen(needs, request, 0)] };
}

/** `sources:2` turns to the third page. */
export function createSourcesAction(needs: SourcesNeeds): Action {
  return {
    name: "sources",
    async run(request) {
      if (!/^\d{1,4}$/.test(request.argument)) return stale(needs.messages, request.voice);
      return { edit: await screen(needs, request, Number(request.argument)) };
    },
  };
}

async function screen(
  { messages, outlets }: SourcesNeeds,
  { voice, now }: Request,
  wanted: number,
): Promise<Reply> {
  const all = await outlets(now);
  if (all.length === 0) {
    const latest = commandText("latest");
    return { html: messages.say(voice, "sources-none", { latest }), keyboard: [] };
  }
  const pages = Math.ceil(all.length / perPage);
  const page = Math.min(wanted, pages - 1);
  const lines = all.slice(page * perPage, (page + 1) * perPage).map(({ name, count }) => {
    const own = ownSided(clip(name, 80), directionOf(name) === "rtl" ? "ar" : "en");
    return sided(voice, messages.say(voice, "sources-line", { name: own, count }));
  });
  const title = `<b>${sided(voice, messages.say(voice, "sources-title", { count: all.length }))}</b>`;
  const part =
    pages === 1 ? "" : ` (${messages.say(voice, "digest-part", { part: page + 1, parts: pages })})`;
  return {
    html: [title + part, lines.join("\n")].join("\n\n"),
    keyboard: [
      ...turns(messages, voice, { page, pages, to: (other) => `sources:${other}` }),
      [shut(messages, voice, "sources")],
    ],
  };
}
