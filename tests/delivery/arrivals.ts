// A Bot API that knows every chat and notes each message at its arrival: for loads that the playground is not made for.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Arrival {
  readonly atMs: number;
  readonly chat: number;
  readonly text: string;
  /** False while the answer is under way, and for good where the connection broke before it. */
  isAnswered: boolean;
}

export interface Arrivals {
  readonly root: string;
  readonly all: readonly Arrival[];
  /** Messages that are being answered now. */
  open(): number;
  close(): Promise<void>;
}

/** Each answer takes `answerMs`. */
export async function listenForArrivals(answerMs: number): Promise<Arrivals> {
  const all: Arrival[] = [];
  let open = 0;
  const server = createServer(async (request, response) => {
    const atMs = performance.now();
    const method = request.url?.split("/").at(-1) ?? "";
    const payload = await readJson(request);
    let result: unknown = true;
    if (method === "getMe") result = { id: 7, is_bot: true, first_name: "x", username: "x_bot" };
    if (method === "sendMessage") {
      const arrival: Arrival = {
        atMs,
        chat: Number(payload["chat_id"]),
        text: String(payload["text"]),
        isAnswered: false,
      };
      all.push(arrival);
      open += 1;
      response.once("finish", () => {
        arrival.isAnswered = true;
      });
      response.once("close", () => {
        open -= 1;
      });
      await sleep(answerMs);
      result = { message_id: all.length, date: 0, chat: { id: arrival.chat, type: "private" } };
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    all,
    open: () => open,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The most arrivals in any span of `spanMs`, whatever its beginning. */
export function mostWithin(arrivals: readonly Arrival[], spanMs: number): number {
  const times = arrivals.map(({ atMs }) => atMs).sort((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, at] of times.entries()) {
    while (at - (times[first] ?? at) >= spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
}
