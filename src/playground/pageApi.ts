// The chat page: its files, and the little API by which it shows a chat and acts in it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { block, press, privateChatOf, say } from "./acts/private.ts";
import type { Message, PrivateChat } from "./chat.ts";
import type { Fault, Faults } from "./faults.ts";
import { users } from "./users.ts";
import type { World, WorldEvent } from "./world.ts";

const fileTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/** Beside the built module; from the sources (in tests) in the build that lies next to them. */
function pageFile(name: string): string {
  const beside = fileURLToPath(new URL(`./page/${name}`, import.meta.url));
  const built = fileURLToPath(new URL(`../../dist/playground/page/${name}`, import.meta.url));
  return existsSync(beside) ? beside : built;
}

/** What a person may say at once: Telegram cuts longer texts. */
const mostUnits = 4096;

/** How often an event stream says that it is alive. */
const beatMs = 15_000;

export function registerPage(app: FastifyInstance, world: World, faults: Faults): void {
  const send = async (name: string): Promise<{ type: string; body: Buffer } | undefined> => {
    const type = fileTypes[/\.\w+$/.exec(name)?.[0] ?? ""];
    if (type === undefined || !/^[\w-]+\.\w+$/.test(name)) return undefined;
    const body = await readFile(pageFile(name)).catch(() => undefined);
    return body === undefined ? undefined : { type, body };
  };
  app.get("/", async (_request, reply) => {
    const page = await send("page.html");
    if (page === undefined) return reply.code(404).send({ error: "the page is not built: npm run build" });
    return reply.header("content-security-policy", policy).type(page.type).send(page.body);
  });
  app.get<{ Params: { file: string } }>("/playground/:file", async ({ params }, reply) => {
    const file = await send(params.file);
    return file === undefined ? reply.callNotFound() : reply.type(file.type).send(file.body);
  });

  app.get<{ Querystring: { user?: string; lang?: string } }>("/playground/api/chat", async ({ query }) => {
    const chat = privateChatOf(world, Number(query.user), query.lang);
    const { bot } = world;
    return {
      bot,
      users: users.map(({ user, name }) => ({ user, name })),
      me: {
        user: chat.user.user,
        name: chat.user.name,
        languageCode: chat.languageCode,
        blocked: chat.isBlocked,
      },
      messages: chat.messages.map(toPage),
      commands: world.menus.seen(chat, chat.id, chat.languageCode),
      seq: chat.nextMessage,
    };
  });

  app.get<{ Querystring: { user?: string } }>("/playground/api/events", (request, reply) => {
    const chat = privateChatOf(world, Number(request.query.user), undefined);
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    reply.raw.write("retry: 1000\n\n");
    const stop = world.listen((id, event) => {
      if (id === chat.id) reply.raw.write(`data: ${JSON.stringify(toPageEvent(world, chat, event))}\n\n`);
    });
    const beat = setInterval(() => reply.raw.write(": alive\n\n"), beatMs);
    reply.raw.once("close", () => {
      clearInterval(beat);
      stop();
    });
  });

  app.post<{ Body: { user?: number; lang?: string; text?: string } }>(
    "/playground/api/send",
    async ({ body }) => {
      say(
        world,
        privateChatOf(world, Number(body.user), body.lang),
        String(body.text ?? "").slice(0, mostUnits),
      );
      return { ok: true };
    },
  );

  app.post<{ Body: { user?: number; messageId?: number; data?: string } }>(
    "/playground/api/press",
    async ({ body }) => {
      const chat = privateChatOf(world, Number(body.user), undefined);
      return { queryId: press(world, chat, chat.id, Number(body.messageId), String(body.data)) };
    },
  );

  app.post<{ Body: { user?: number; blocked?: boolean } }>("/playground/api/block", async ({ body }) => {
    block(world, privateChatOf(world, Number(body.user), undefined), body.blocked === true);
    return { ok: true };
  });

  app.post<{ Body: Fault }>("/playground/api/faults", async ({ body }) => {
    faults.add(body);
    return { ok: true };
  });
}

function toPage({ keyboard, ...message }: Message): object {
  if (keyboard === undefined) return message;
  const keys = keyboard.map((row) => row.map(({ text, callback_data: data, url }) => ({ text, data, url })));
  return { ...message, keyboard: keys };
}

function toPageEvent(world: World, chat: PrivateChat, event: WorldEvent): object {
  if (event.type === "message" || event.type === "edit") return { ...event, message: toPage(event.message) };
  if (event.type === "commands")
    return { ...event, commands: world.menus.seen(chat, chat.id, chat.languageCode) };
  return event;
}
