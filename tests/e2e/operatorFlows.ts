// What operators do all day, with marked words everywhere: by chat and by the dashboard.
import { marks, message, person, update, words } from "./marked.ts";

const operator = { ...person, id: 4002 };
const chat = { ...operator, type: "private" };

const asks = (text: string): { update_id: number } => message(text, { chat, from: operator });
const presses = (data: string): { update_id: number } =>
  update({
    callback_query: {
      id: data,
      from: operator,
      chat_instance: "1",
      data,
      message: { message_id: 1, date: 1_790_000_000, chat },
    },
  });

/** Id of the operator of all these, for ADMIN_IDS. */
export const operatorId = String(operator.id);

/** In order: each flow goes through its dialogue; the reader who writes to the operators is number `reader`. */
export const operatorUpdates = (reader: number): { update_id: number }[] => [
  asks("/start"),
  asks("/admin"),
  asks("/broadcast"),
  asks(words),
  presses("bc:go.1.all"),
  asks(`/broadcast ${words}`),
  asks("/feeds"),
  presses("feed:add"),
  asks(`http://zq:${marks.redisPassword}@127.0.0.1:1/${marks.data}`),
  asks(`/feeds ${words}`),
  asks("/pin 1"),
  asks(`/pin ${words}`),
  asks("/hide 1"),
  presses("ed:unhide.1"),
  asks("/edit 1"),
  asks(words),
  asks(`/edit 1 ${words}`),
  asks(`/review on ${reader}`),
  asks(`/review on ${words}`),
  message("/feedback"),
  message(words),
  message(`/feedback ${words}`),
  presses(`answer:${reader}`),
  asks(words),
  presses(`answer:${marks.data}`),
];

/** Logs in with a wrong token and the right one, and does and fails to do what the dashboard's forms do. Gives the statuses. */
export async function dashboardFlow(address: string): Promise<readonly number[]> {
  const post = (path: string, fields: Record<string, string>, cookie = ""): Promise<Response> =>
    fetch(`${address}/dashboard/${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: address, cookie },
      body: new URLSearchParams(fields).toString(),
    });
  const wrong = await post("login", { token: `${marks.dashboardToken}-not` });
  const right = await post("login", { token: marks.dashboardToken });
  const cookie = right.headers.get("set-cookie")?.split(";")[0] ?? "";
  const acts = [
    await post("do/articles/words", { number: "1", words }, cookie),
    await post("do/articles/words", { number: words, words, hash: marks.data }, cookie),
    await post("do/sources/off", { feed: marks.data, back: `q=${marks.latinText}` }, cookie),
    await post(`do/sources/${marks.data}`, {}, cookie),
    await fetch(`${address}/dashboard/articles?q=${encodeURIComponent(words)}`, { headers: { cookie } }),
  ];
  return [wrong, right, ...acts].map(({ status }) => status);
}
