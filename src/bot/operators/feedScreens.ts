// The screens of /feeds: the list, one feed with its health, what a trial brought, and the question before it goes.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { clip } from "../../digest/digest.ts";
import { agoWords, ownSided, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { offByHand } from "../../sources/switching.ts";
import { directionOf, isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import { button, shut, turns } from "../buttons.ts";
import type { Reply, Request } from "../command.ts";
import type { FeedTrial, KnownFeed } from "./feedDesk.ts";

const perPage = 8;

/** Longer names are cut on a button. */
const mostOnButton = 28;

/** off | failing | new | well: how a feed is, in one word of its message. */
function healthOf({ state }: KnownFeed): "off" | "failing" | "new" | "well" {
  if (state.off !== undefined) return "off";
  if (state.error !== undefined) return "failing";
  return state.lastRead === undefined ? "new" : "well";
}

export function listScreen(
  messages: Messages,
  { voice }: Request,
  feeds: readonly KnownFeed[],
  wanted: number,
): Reply {
  const pages = Math.max(1, Math.ceil(feeds.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = feeds.slice(page * perPage, (page + 1) * perPage);
  const of = (health: string): number => feeds.filter((feed) => healthOf(feed) === health).length;
  const title = `<b>${sided(voice, messages.say(voice, "feeds-title", { count: feeds.length }))}</b>`;
  const body =
    feeds.length === 0
      ? messages.say(voice, "feeds-none")
      : messages.say(voice, "feeds-health", {
          well: of("well") + of("new"),
          failing: of("failing"),
          off: of("off"),
        });
  return {
    html: `${title}\n${sided(voice, body)}`,
    keyboard: [
      ...shown.map((feed) => [
        {
          text: messages.plain(voice, `feed-button-${healthOf(feed)}`, {
            name: clip(feed.source.name, mostOnButton),
          }),
          data: `feed:one.${feed.source.id}`,
        },
      ]),
      ...turns(messages, voice, { page, pages, to: (other) => `feed:list.${other}` }),
      inReadingOrder(voice, [
        button(messages, voice, "feed-add", "feed:add"),
        shut(messages, voice, "feeds"),
      ]),
    ],
  };
}

/** `note` is said above it. */
export function feedScreen(messages: Messages, request: Request, feed: KnownFeed, note?: string): Reply {
  const { voice, reader, now } = request;
  const { source, state } = feed;
  const { zone } = reader.subscriber;
  const ago = (at: string): string =>
    agoWords(messages, voice, new Date(at), now, { zone, calendar: "gregorian" });
  const lines = [
    messages.say(voice, "feed-health", { health: messages.plain(voice, `feed-is-${healthOf(feed)}`) }),
    ...(state.lastRead === undefined ? [] : [messages.say(voice, "feed-last", { ago: ago(state.lastRead) })]),
    messages.say(voice, "feed-brought", { count: state.brought }),
    ...(state.movedTo === undefined ? [] : [messages.say(voice, "feed-moved", { address: state.movedTo })]),
  ];
  const fault =
    state.error === undefined
      ? []
      : [
          sided(
            voice,
            messages.say(voice, "feed-error", { failures: state.failures, ago: ago(state.error.at) }),
          ),
          `<code>${escapeHtml(clip(state.error.reason, 300))}</code>`,
        ];
  const off =
    state.off === undefined
      ? []
      : [
          state.off === offByHand
            ? messages.say(voice, "feed-off-by-hand")
            : `<code>${escapeHtml(clip(state.off, 300))}</code>`,
        ];
  const { id } = source;
  const isOn = state.off === undefined;
  return {
    html: [
      ...(note === undefined ? [] : [sided(voice, note)]),
      `${name(feed)}\n${sided(voice, address(source.url))}`,
      [...lines.map((line) => sided(voice, line)), ...off, ...fault].join("\n"),
    ].join("\n\n"),
    keyboard: [
      inReadingOrder(voice, [
        button(messages, voice, "feed-test", `feed:test.${id}`),
        button(messages, voice, isOn ? "feed-off" : "feed-on", `feed:${isOn ? "off" : "on"}.${id}`),
      ]),
      ...(source.from === "added" ? [[button(messages, voice, "feed-remove", `feed:drop.${id}`)]] : []),
      inReadingOrder(voice, [button(messages, voice, "back", "feed:list.0"), shut(messages, voice, "feeds")]),
    ],
  };
}

export function trialScreen(
  messages: Messages,
  { voice }: Request,
  feed: KnownFeed,
  trial: FeedTrial,
): Reply {
  const { id } = feed.source;
  const body =
    trial.kind === "read"
      ? [
          sided(voice, messages.say(voice, "feed-trial", { count: trial.count })),
          ...trial.titles.map((title) => escapeHtml(own(clip(title, 200)))),
        ]
      : [messages.say(voice, "feed-trial-failed", { reason: trial.reason, mend: trial.mend })];
  return {
    html: [name(feed), ...body].join("\n\n"),
    keyboard: [
      [button(messages, voice, "feed-again", `feed:test.${id}`)],
      inReadingOrder(voice, [
        button(messages, voice, "back", `feed:one.${id}`),
        shut(messages, voice, "feeds"),
      ]),
    ],
  };
}

export function removeScreen(messages: Messages, { voice }: Request, feed: KnownFeed): Reply {
  const { id } = feed.source;
  return {
    html: [name(feed), messages.say(voice, "feed-remove-sure")].join("\n\n"),
    keyboard: [
      [button(messages, voice, "feed-remove-yes", `feed:gone.${id}`)],
      inReadingOrder(voice, [
        button(messages, voice, "back", `feed:one.${id}`),
        shut(messages, voice, "feeds"),
      ]),
    ],
  };
}

function name({ source }: KnownFeed): string {
  return `<b>${escapeHtml(own(clip(source.name, 200)))}</b>`;
}

/** As code: copied by a tap, and no preview of it is fetched. */
function address(url: string): string {
  return `<code>${isolate(escapeHtml(clip(url, 500)))}</code>`;
}

function own(text: string): string {
  return ownSided(text, directionOf(text) === "rtl" ? "ar" : "en");
}
