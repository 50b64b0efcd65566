// Marked secrets, words and names, updates that carry them, and where they were seen: for tests that look for them in all output.
import { vi } from "vitest";
import type { Running } from "./server.ts";

/** Each stands for a kind of thing that must not be seen; all are told apart from what the house says by itself. */
export const marks = {
  token: "Zqtoken-marked-0123456789abcdefghij",
  webhookSecret: "Zqsecret-marked-webhook",
  dashboardToken: "Zqdashboard-marked",
  redisPassword: "Zqpassword-marked",
  text: "زقنصموسوم", // no word: "zq text marked"
  latinText: "Zqtextmarked",
  caption: "زقتعليقموسوم",
  data: "Zqdatamarked",
  firstName: "زقاسمموسوم",
  lastName: "Zqlastname",
  username: "zqusername",
  title: "زقمجموعةموسومة",
} as const;

export const token = `7${"0".repeat(8)}:${marks.token}`;
export const person = {
  id: 4001,
  is_bot: false,
  first_name: marks.firstName,
  last_name: marks.lastName,
  username: marks.username,
  language_code: "ar",
};
export const own = { ...person, type: "private" };
const group = { id: -1009, type: "supergroup", title: marks.title, username: marks.username };
const date = 1_790_000_000;

let next = 1;
export const update = (content: object): { update_id: number } => {
  next += 1;
  return { update_id: next, ...content };
};
export const message = (text: string, more: object = {}): { update_id: number } =>
  update({ message: { message_id: next, date, chat: own, from: person, text, ...more } });

export const words = `${marks.text} ${marks.latinText}`;
/** Of every kind, each with something to hide. */
export const updates = (): { update_id: number }[] => [
  message(words),
  message(`/search ${words}`),
  message(`/follow ${words}`),
  message(`/start ${marks.latinText}`),
  message(`/article ${words}`),
  message(`/settings ${words}`),
  message(`/nosuchcommand ${words}`),
  message("", { text: undefined, caption: marks.caption, photo: [] }),
  message("", { text: undefined, location: { latitude: 200, longitude: 500 } }),
  message(`/help@a_bot ${words}`, {
    chat: group,
    reply_to_message: { message_id: 1, date, chat: group, text: words },
  }),
  message(words, {
    entities: [{ type: "text_link", offset: 0, length: 900, url: `https://x.example/${marks.data}` }],
  }),
  update({
    callback_query: {
      id: "1",
      from: person,
      chat_instance: "1",
      data: marks.data,
      message: { message_id: 1, date, chat: own },
    },
  }),
  update({ inline_query: { id: "2", from: person, query: words, offset: marks.data } }),
  update({
    my_chat_member: {
      chat: group,
      from: person,
      date,
      old_chat_member: { status: "left", user: person },
      new_chat_member: { status: "administrator", user: person, custom_title: marks.title },
    },
  }),
  update({ channel_post: { message_id: 3, date, chat: { ...group, type: "channel" }, text: words } }),
  update({ something_new: { chat: own, text: words, from: person } }),
];

/** Kinds of marks that an output holds; none is as it should be. */
export const seenIn = (output: string): string[] =>
  Object.entries(marks).flatMap(([kind, mark]) => {
    const line = output.split("\n").find((each) => each.includes(mark));
    return line === undefined ? [] : [`${kind}: ${line.slice(0, 600)}`];
  });

export interface Line {
  readonly event: string;
  readonly update?: number;
  readonly job?: string;
  readonly [field: string]: unknown;
}
export const linesOf = (output: string): Line[] =>
  output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Line] : []));

/** Waits until the process has answered `/help`, and so everything before it in that chat. */
export async function settle(running: Running, give: (one: { update_id: number }) => unknown): Promise<void> {
  const last = message("/help");
  await give(last);
  // Not expect.poll: tests that run at the same moment have an expect each.
  await vi.waitFor(
    () => {
      const isLast = ({ event, update: id }: Line): boolean =>
        event === "update.handled" && id === last.update_id;
      if (!linesOf(running.output()).some(isLast)) throw new Error("the last update is not handled");
    },
    { timeout: 40_000 },
  );
}
