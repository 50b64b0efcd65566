// Telegram for the soak: takes every call of the Bot API and forgets it but for a chat's last buttons; refuses who has blocked
// the bot, and by chance answers 429, 502, or breaks the connection.
import { createServer } from "node:http";

/** Shares of messages. */
const chances = { wait: 0.004, fail: 0.004, reset: 0.002 };
const sends = new Set(["sendMessage", "sendPhoto", "sendDocument", "editMessageText"]);
/** Updates that bring no answer must not hold up who waits for one. */
const patienceMs = 4_000;

export async function openTelegram(random) {
  const buttons = new Map();
  const blocked = new Set();
  const waiting = new Map();
  const counts = { calls: 0, sent: 0, blocked: 0, wait: 0, fail: 0, reset: 0 };

  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const method = request.url.split("/").at(-1).split("?")[0];
      const answer = answerTo(method, Buffer.concat(chunks).toString());
      if (answer === undefined) return request.socket.destroy();
      const body = JSON.stringify(answer);
      response.writeHead(answer.error_code ?? 200, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    });
  });

  function answerTo(method, body) {
    counts.calls += 1;
    if (method === "getMe") {
      return ok({ id: 700000000, is_bot: true, first_name: "soak", username: "soak_bot" });
    }
    if (method === "getWebhookInfo") return ok({ url: "https://bot.example.org/hook" });
    if (!sends.has(method)) return ok(true);
    const chat = Number(/"?chat_id"?\s*(?::|\r\n\r\n)\s*"?(-?\d+)/.exec(body)?.[1]);
    if (blocked.has(chat)) {
      counts.blocked += 1;
      return no(403, "Forbidden: bot was blocked by the user");
    }
    const luck = random();
    if (luck < chances.wait) {
      counts.wait += 1;
      return no(429, "Too Many Requests: retry after 1", { retry_after: 1 });
    }
    if (luck < chances.wait + chances.fail) {
      counts.fail += 1;
      return no(502, "Bad Gateway");
    }
    if (luck < chances.wait + chances.fail + chances.reset) {
      counts.reset += 1;
      return undefined;
    }
    counts.sent += 1;
    if (body.includes("callback_data")) {
      const found = [...body.matchAll(/\\?"callback_data\\?":\\?"([^"\\]*)/g)].map(([, data]) => data);
      buttons.set(chat, { message: counts.sent, data: found });
    }
    waiting.get(chat)?.();
    return ok({ message_id: counts.sent, date: 1, chat: { id: chat, type: "private" }, text: "…" });
  }

  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.keepAliveTimeout = 60_000;
  return {
    apiRoot: `http://127.0.0.1:${server.address().port}`,
    counts,
    block: (chat) => blocked.add(chat),
    unblock: (chat) => blocked.delete(chat),
    /** `{ message, data }` of the last message with buttons that the chat was shown. */
    buttonsOf: (chat) => buttons.get(chat),
    forget: (chat) => buttons.delete(chat),
    /** Resolves when the chat is sent something, or after a while. */
    answered(chat) {
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(chat);
          resolve();
        };
        const timer = setTimeout(done, patienceMs);
        waiting.set(chat, done);
      });
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const ok = (result) => ({ ok: true, result });
const no = (code, description, parameters) => ({
  ok: false,
  error_code: code,
  description,
  ...(parameters && { parameters }),
});
