// /admin: how the house stands, on one screen: readers, articles, sources, the queue, and what went wrong last.
import { inReadingOrder } from "../../delivery/keyboard.ts";
import { agoWords, command as commandText, inDigits, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import { button, shut } from "../buttons.ts";
import type { Action, Command, Reply, Request } from "../command.ts";

/** How the house stands at an instant. */
export interface HouseState {
  readonly readers: {
    readonly active: { readonly private: number; readonly group: number; readonly channel: number };
    /** Active or paused, and without digests for a while. */
    readonly resting: number;
    readonly inactive: number;
  };
  readonly articles: number;
  readonly stories: number;
  readonly sources: { readonly all: number; readonly off: number };
  /** Feeds whose last readings failed, those with most failures first. */
  readonly failing: readonly { readonly name: string; readonly failures: number }[];
  readonly dueWithinHour: number;
  /** The longest that a reader of the next 24 h waits at the allowed rate, in minutes. */
  readonly longestWaitMinutes: number;
  /** What the digests of the next 24 h cost in Telegram Stars; 0 where sending is free. */
  readonly stars: number;
  /** Digests that wait for a worker, and turns of broadcasts behind them. */
  readonly waiting: { readonly digests: number; readonly broadcast: number };
  /** Seconds that the oldest due digest has waited. */
  readonly lagSeconds: number;
  readonly dead: number;
  /** The newest dead letters, the newest first. */
  readonly lastDead: readonly { readonly member: number; readonly at: string; readonly why: string }[];
}

export interface AdminNeeds {
  readonly messages: Messages;
  readonly houseState: (now: Date) => Promise<HouseState>;
}

/** Dead letters and failing feeds on the screen. */
export const shownFailures = 3;

const mostWhy = 60;

export function createAdmin(needs: AdminNeeds): Command {
  return {
    name: "admin",
    isListed: false,
    audience: "operators",
    isSlow: true,
    run: async (request) => [await screen(needs, request)],
  };
}

/** `admin:` counts anew. */
export function createAdminAction(needs: AdminNeeds): Action {
  return {
    name: "admin",
    audience: "operators",
    async run(request) {
      const toast = needs.messages.plain(request.voice, "admin-refreshed");
      return { edit: await screen(needs, request), toast };
    },
  };
}

async function screen({ messages, houseState }: AdminNeeds, request: Request): Promise<Reply> {
  const { voice, reader, now } = request;
  const state = await houseState(now);
  const { active, resting, inactive } = state.readers;
  const say = (id: string, values: Record<string, number>): string =>
    sided(voice, messages.say(voice, id, values));
  const list = (id: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`<b>${sided(voice, messages.say(voice, id))}</b>\n${lines.join("\n")}`];
  const { zone } = reader.subscriber;
  const failing = state.failing.map(({ name, failures }) =>
    sided(voice, messages.say(voice, "admin-failing", { name, failures })),
  );
  const dead = state.lastDead.map(({ member, at, why }) => {
    const ago = agoWords(messages, voice, new Date(at), now, { zone, calendar: "gregorian" });
    const line = messages.say(voice, "admin-dead", { reader: inDigits(voice, String(member)), ago });
    return `${sided(voice, line)}\n${sided(voice, `<code>${isolate(escapeHtml(why.slice(0, mostWhy)))}</code>`)}`;
  });
  const title = `<b>${sided(voice, messages.say(voice, "admin-title"))}</b>`;
  const counts = [
    say("admin-active", { count: active.private + active.group + active.channel }),
    say("admin-kinds", { people: active.private, groups: active.group, channels: active.channel }),
    say("admin-others", { resting, inactive }),
    say("admin-articles", { articles: state.articles, stories: state.stories }),
    say("admin-sources", { ...state.sources, failing: state.failing.length }),
  ];
  const post = [
    say("admin-due", { count: state.dueWithinHour }),
    say("admin-span", { minutes: state.longestWaitMinutes }),
    ...(state.stars > 0 ? [say("admin-stars", { stars: state.stars })] : []),
    say("admin-queue", state.waiting),
    say("admin-lag", { seconds: Math.round(state.lagSeconds) }),
    say("admin-dead-count", { count: state.dead }),
  ];
  return {
    html: [
      title,
      counts.join("\n"),
      post.join("\n"),
      ...list("admin-failing-title", failing.slice(0, shownFailures)),
      ...list("admin-dead-title", dead.slice(0, shownFailures)),
      sided(voice, messages.say(voice, "admin-also", tools)),
    ].join("\n\n"),
    keyboard: [
      inReadingOrder(voice, [button(messages, voice, "refresh", "admin:"), shut(messages, voice, "admin")]),
    ],
  };
}

const tools = { broadcast: commandText("broadcast"), feeds: commandText("feeds") };
