// Telegram for the webhook's bench: answers every call of the Bot API at once, and sends updates at a fixed rate, however long
// the answers take; how long one took is counted from when it was due.
import { Agent, createServer, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** As many as Telegram opens at the most. */
const connections = 100;
const topics = ["economy", "science", "health", "technology", "culture"];
const commands = ["/help", "/topics", "/settings", "/latest"];
/** Before what is measured: code is compiled. */
const warmSeconds = 3;
const warmRate = 500;

let calls = 0;
/** What people got: the ids of buttons and inline queries that were answered, and how many messages by chat. */
const answered = new Set();
const messages = new Map();

function note(method, body) {
  const id = /"(?:callback|inline)_query_id":"(\d+)"/.exec(body)?.[1];
  if (id !== undefined) answered.add(id);
  const chat = method === "sendMessage" && /"chat_id":"?(\d+)/.exec(body)?.[1];
  if (chat) messages.set(chat, (messages.get(chat) ?? 0) + 1);
}

const api = createServer((incoming, response) => {
  calls += 1;
  const method = incoming.url.split("/").at(-1);
  let body = "";
  incoming.setEncoding("utf8");
  incoming.on("data", (chunk) => {
    body += chunk;
  });
  incoming.once("end", () => note(method, body));
  const result =
    method === "getMe"
      ? {
          id: 700000000,
          is_bot: true,
          first_name: "bench",
          username: "bench_bot",
          supports_inline_queries: true,
        }
      : method === "getWebhookInfo"
        ? { url: "https://bot.example.org/hook" }
        : method === "sendMessage"
          ? { message_id: calls, date: 1, chat: { id: 1, type: "private" } }
          : true;
  const answer = JSON.stringify({ ok: true, result });
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(answer),
  });
  response.end(answer);
});
api.keepAliveTimeout = 60_000;
await new Promise((resolve) => api.listen(0, "127.0.0.1", resolve));
process.send({ apiRoot: `http://127.0.0.1:${api.address().port}` });

process.once("message", async ({ port, path, secret, rate, seconds, readers, first }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  const answers = {};
  const waits = [];
  const chosen = new Map();
  /** What people may expect: an answer to each of these ids, and so many messages in each chat. */
  const asked = [];
  const commanded = new Map();
  let [update, open] = [50_000, 0];

  function next() {
    update += 1;
    const chat = first + (update % readers);
    const turn = update % 10;
    const from = { id: chat, is_bot: false, first_name: "قارئ", language_code: "ar" };
    const place = { id: chat, type: "private", first_name: "قارئ" };
    if (turn === 0) {
      asked.push(String(update));
      const query = { id: String(update), from, query: "المدينة", offset: "" };
      return { update_id: update, inline_query: query };
    }
    if (turn <= 3) {
      commanded.set(String(chat), (commanded.get(String(chat)) ?? 0) + 1);
      const text = commands[update % commands.length];
      const entities = [{ type: "bot_command", offset: 0, length: text.length }];
      return {
        update_id: update,
        message: { message_id: update, date: 1, chat: place, from, text, entities },
      };
    }
    // Each presses other buttons as time goes on: what is on at the end is known.
    const topic = topics[Math.floor(update / readers) % topics.length];
    const on = chosen.get(chat) ?? new Set();
    if (!on.delete(topic)) on.add(topic);
    chosen.set(chat, on);
    asked.push(String(update));
    const message = { message_id: update, date: 1, chat: place, text: "المواضيع" };
    const data = `topic:${topic}`;
    return {
      update_id: update,
      callback_query: { id: String(update), from, chat_instance: "1", data, message },
    };
  }

  function post(dueMs, isMeasured) {
    const body = JSON.stringify(next());
    open += 1;
    const done = (status) => {
      open -= 1;
      if (!isMeasured) return;
      answers[status] = (answers[status] ?? 0) + 1;
      waits.push(performance.now() - dueMs);
    };
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": secret,
    };
    const sent = request({ host: "127.0.0.1", port, path, method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => done(response.statusCode));
    });
    sent.once("error", () => done(0));
    sent.end(body);
  }

  async function run(perSecond, count, isMeasured) {
    const begun = performance.now();
    for (let sent = 0; sent < count; ) {
      const due = Math.min(count, Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1);
      for (; sent < due; sent += 1) post(begun + (sent / perSecond) * 1000, isMeasured);
      await sleep(1);
    }
    const took = (performance.now() - begun) / 1000;
    while (open > 0) await sleep(5);
    return took;
  }

  await run(Math.min(rate, warmRate), Math.min(rate, warmRate) * warmSeconds, false);
  const before = calls;
  const took = await run(rate, rate * seconds, true);
  process.send({
    sent: rate * seconds,
    seconds: took,
    answers,
    waits: waits.toSorted((a, b) => a - b),
    calls: calls - before,
    topics: Object.fromEntries([...chosen].map(([chat, on]) => [chat, [...on]])),
  });
  process.once("message", () => {
    const unanswered = asked.filter((id) => !answered.has(id)).length;
    const others = [...commanded].filter(([chat, count]) => messages.get(chat) !== count).length;
    process.send({ asked: asked.length, unanswered, chats: commanded.size, others });
  });
});
