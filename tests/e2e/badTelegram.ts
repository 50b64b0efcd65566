// A Bot API on its worst day: it hands out the updates it is given, and quotes what it was sent in every kind of bad answer.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface BadTelegram {
  readonly root: string;
  /** Waits to be fetched by long polling. */
  push(update: object): void;
  /** The next messages that are sent (and fit) get these answers instead of good ones. */
  plan(kinds: readonly Badness[], fits?: RegExp): void;
  /** True: nobody's token is known. */
  refuse(isRefused: boolean): void;
  /** Texts that were sent, bad answers or not. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

/** "html": 200, and no JSON; "entities", "server", "forbidden": errors; "cut": half an answer; "reset": none. */
export type Badness = "html" | "entities" | "server" | "forbidden" | "cut" | "reset";

export async function startBadTelegram(): Promise<BadTelegram> {
  const updates: object[] = [];
  const planned: { kind: Badness; fits: RegExp }[] = [];
  const sent: string[] = [];
  const waiting = new Set<() => void>();
  let isRefused = false;
  let messageId = 1000;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const url = request.url ?? "";
    const method = url.split("/").at(-1)?.split("?")[0] ?? "";
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    const refuse = (code: number, description: string): void =>
      json(code, { ok: false, error_code: code, description });
    if (isRefused) return refuse(401, `Unauthorized: ${url}`);
    if (method === "getMe") {
      return json(200, { ok: true, result: { id: 7, is_bot: true, first_name: "موجز", username: "a_bot" } });
    }
    if (method === "getUpdates") {
      if (updates.length === 0) await nextUpdate(waiting);
      return json(200, { ok: true, result: updates.splice(0) });
    }
    if (method === "getChatAdministrators") return json(200, { ok: true, result: [] });
    if (method !== "sendMessage") return json(200, { ok: true, result: true });
    const text = String((JSON.parse(body || "{}") as { text?: unknown }).text);
    sent.push(text);
    const at = planned.findIndex(({ fits }) => fits.test(text));
    switch (at < 0 ? undefined : planned.splice(at, 1)[0]?.kind) {
      case "html":
        response.writeHead(200, { "content-type": "text/html" });
        return void response.end(`${body}<html>${url} ${body}</html>`);
      case "entities":
        return refuse(400, `Bad Request: can't parse entities: ${body}`);
      case "server":
        return refuse(502, `Bad Gateway at ${url}: ${body}`);
      case "forbidden":
        return refuse(403, `Forbidden: bot can't write to ${body}`);
      case "cut":
        response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
        response.write(`{"ok":true,"result":${body}`);
        return void setTimeout(() => response.destroy(), 20);
      case "reset":
        return void request.socket.destroy();
      default: {
        messageId += 1;
        const { chat_id: id } = JSON.parse(body) as { chat_id: number };
        return json(200, {
          ok: true,
          result: { message_id: messageId, date: 1, chat: { id, type: "private" }, text: "x" },
        });
      }
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    push(update) {
      updates.push(update);
      for (const wake of waiting) wake();
      waiting.clear();
    },
    plan: (kinds, fits = /^/) => void planned.push(...kinds.map((kind) => ({ kind, fits }))),
    refuse(refused) {
      isRefused = refused;
      for (const wake of waiting) wake();
    },
    sent,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves with the next update, or after a while, as long polling does. */
function nextUpdate(waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    waiting.add(resolve);
    setTimeout(resolve, 2_000).unref();
  });
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
