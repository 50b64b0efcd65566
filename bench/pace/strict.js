// A Bot API as strict as Telegram says it may be, in a process of its own, by the playground's own gauge: so many messages in
// any second, one a second to a chat, 20 a minute to a group. LIMIT; CHAT_LIMITS (0 or 1); PAID_LIMIT: where it is not 0, messages
// with `allow_paid_broadcast` do not count for LIMIT, and all together keep to this. GET /stats tells what came; the parent is
// told the port.
import { createServer } from "node:http";
import { Gauge, telegramLimits } from "../../dist/playground/limits.js";

const limit = Number(process.env.LIMIT ?? 0);
const paidLimit = Number(process.env.PAID_LIMIT ?? 0);
const { perChat, perGroup } = telegramLimits;
const ofChats = process.env.CHAT_LIMITS === "0" ? {} : { perChat, perGroup };
const free = new Gauge({ perSecond: limit, ...ofChats });
const paid = new Gauge(ofChats);
/** Of whatever is sent, paid for or not. */
const all = new Gauge({ perSecond: paidLimit });

/** Accepted messages: instant, chat, and whether it was paid for. */
const accepted = [];
const refused = { rate: 0, chat: 0, group: 0 };
const refusedAt = [];

function judge(chat, isPaid, now) {
  const why = (isPaid && paidLimit > 0 ? paid : free).judge(chat, now)?.why;
  return why ?? all.judge(chat, now)?.why;
}

const server = createServer((request, response) => {
  const now = performance.now();
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/stats") return response.end(JSON.stringify({ accepted, refused, refusedAt }));
    if (!request.url.endsWith("/sendMessage"))
      return response.end('{"ok":true,"result":{"id":7,"is_bot":true,"first_name":"x","username":"x_bot"}}');
    const letter = JSON.parse(Buffer.concat(chunks).toString());
    const chat = Number(letter.chat_id);
    const isPaid = letter.allow_paid_broadcast === true;
    const why = judge(chat, isPaid, now);
    if (why === undefined) {
      accepted.push([now, chat, isPaid ? 1 : 0]);
      return response.end(
        `{"ok":true,"result":{"message_id":${accepted.length},"date":0,"chat":{"id":${chat},"type":"private"}}}`,
      );
    }
    refused[why] += 1;
    refusedAt.push(now);
    response.statusCode = 429;
    response.end(
      '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}',
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
