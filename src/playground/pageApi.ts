// The little API by which the chat page shows a chat and acts in it for a person.
import type { FastifyInstance } from "fastify";
import { openEventStream } from "../runtime/eventStream.ts";
import { chooseInline, inline } from "./acts/inline.ts";
import { block, press, privateChatOf, say } from "./acts/private.ts";
import { locate, sayIn, shareChat } from "./acts/speak.ts";
import { type Bench, registerBench } from "./pageBench.ts";
import { registerPageFiles } from "./pageFiles.ts";
import { canWrite, groupsOf, keyOf, type PlaceAsked, placeOf } from "./pagePlace.ts";
import { invite, type Seated, seatBot } from "./pageSeat.ts";
import { toOlder, toPageEvent, toView } from "./pageView.ts";
import type { World } from "./world.ts";

/** What a person may say at once: Telegram cuts longer texts. */
const mostUnits = 4096;

/** How often an event stream says that it is alive. */
const beatMs = 15_000;

/** The page waits so long for inline results; a bot that is down gives none. */
const inlineMs = 10_000;

export function registerPage(app: FastifyInstance, world: World, bench: Bench): void {
  registerPageFiles(app);
  app.register(async (scope) => {
    // What Telegram's apps would not offer is refused in words, whoever calls.
    scope.setErrorHandler((error, _request, reply) => {
      reply.code(400).send({ error: error instanceof Error ? error.message : "bad request" });
    });
    registerSight(scope, world, bench);
    registerActs(scope, world);
    registerInvite(scope, world);
    registerOffers(scope, world);
    registerBench(scope, world, bench);
  });
}

function registerSight(app: FastifyInstance, world: World, bench: Bench): void {
  app.get<{ Querystring: PlaceAsked & { last?: string } }>("/playground/api/chat", async ({ query }) => {
    const last = Number(query.last);
    return toView(world, placeOf(world, query), bench, last > 0 ? last : undefined);
  });

  app.get<{ Querystring: PlaceAsked & { before?: string } }>("/playground/api/older", async ({ query }) =>
    toOlder(world, placeOf(world, query), Number(query.before)),
  );

  app.get<{ Params: { file: string } }>("/playground/media/:file", async ({ params }, reply) => {
    const kept = world.files.get(params.file);
    if (kept === undefined) return reply.code(404).send({ error: "these bytes are gone" });
    // Whatever the bot calls it, it is shown as a picture or not at all.
    const type = /^image\/(png|jpeg|webp|gif)$/.test(kept.media.mimeType ?? "") ? kept.media.mimeType : "";
    return reply
      .header("x-content-type-options", "nosniff")
      .type(type === "" || type === undefined ? "application/octet-stream" : type)
      .send(Buffer.from(kept.bytes));
  });

  app.get<{ Querystring: PlaceAsked }>("/playground/api/events", (request, reply) => {
    const { lang: _, ...asked } = request.query;
    const place = placeOf(world, asked);
    const stream = openEventStream(reply, {
      headers: { "cache-control": "no-store" },
      retryMs: 1_000,
      beatMs,
      onClose: () => stop(),
    });
    const stop = world.listen((id, event) => {
      const told = toPageEvent(world, { place, bench }, id, event);
      if (told !== undefined) stream.send(`data: ${JSON.stringify(told)}\n\n`);
    });
  });
}

type Body<Fields> = { readonly Body: PlaceAsked & Fields };
const done = { ok: true };

function registerActs(app: FastifyInstance, world: World): void {
  app.post<Body<{ text?: string; replyTo?: number; isAnonymous?: boolean }>>(
    "/playground/api/send",
    async ({ body }) => {
      const { own, chat, thread } = placeOf(world, body);
      const text = String(body.text ?? "").slice(0, mostUnits);
      if (chat.kind === "private") say(world, chat, text);
      else if (chat.kind === "channel") throw new Error("channels are only read on this page");
      else if (text.trim() !== "") {
        sayIn(world, chat, own.user.user, text, {
          ...(thread === undefined ? {} : { thread }),
          ...(typeof body.replyTo === "number" ? { replyTo: body.replyTo } : {}),
          isAnonymous: body.isAnonymous === true,
        });
      }
      return done;
    },
  );

  app.post<Body<{ messageId?: number; data?: string }>>("/playground/api/press", async ({ body }) => {
    const { own, chat } = placeOf(world, body);
    return { queryId: press(world, chat, own.id, Number(body.messageId), String(body.data)) };
  });

  app.post<{ Body: { user?: number; blocked?: boolean } }>("/playground/api/block", async ({ body }) => {
    block(world, privateChatOf(world, Number(body.user), undefined), body.blocked === true);
    return done;
  });

  app.post<Body<{ bot?: Seated }>>("/playground/api/seat", async ({ body }) => {
    const { own, chat } = placeOf(world, body);
    if (chat.kind === "private") throw new Error("a private chat has no members to change");
    const seats: readonly Seated[] = ["absent", "member", "administrator"];
    const seat = seats.find((each) => each === body.bot);
    if (seat === undefined) throw new Error(`a bot is ${seats.join(", ")} in a chat`);
    seatBot(world, chat, own.id, seat);
    return done;
  });
}

function registerInvite(app: FastifyInstance, world: World): void {
  app.post<Body<{ person?: number }>>("/playground/api/invite", async ({ body }) => {
    const { own, chat } = placeOf(world, body);
    if (chat.kind === "private") throw new Error("nobody joins a private chat");
    invite(world, chat, own.id, Number(body.person));
    return done;
  });
}

/** Inline mode, and the keys that ask for a chat or a place. */
function registerOffers(app: FastifyInstance, world: World): void {
  app.post<Body<{ query?: string; offset?: string }>>("/playground/api/inline", async ({ body }) => {
    const { own } = placeOf(world, body);
    const query = String(body.query ?? "").slice(0, 256);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), inlineMs);
    });
    const answer = await Promise.race([inline(world, own.id, query, String(body.offset ?? "")), late]);
    clearTimeout(timer);
    if (answer === undefined) throw new Error("the bot did not answer");
    const results = answer.results.map(({ id, title, description }) => ({ id, title, description }));
    return { queryId: answer.queryId, results, nextOffset: answer.nextOffset };
  });

  app.post<Body<{ queryId?: string; resultId?: string }>>("/playground/api/choose", async ({ body }) => {
    const place = placeOf(world, body);
    if (!canWrite(place)) throw new Error("the person cannot write here");
    const { own, chat, thread } = place;
    chooseInline(world, chat, own.id, String(body.queryId), String(body.resultId), thread);
    return done;
  });

  app.post<Body<{ button?: string; shared?: string }>>("/playground/api/share", async ({ body }) => {
    const { own } = placeOf(world, body);
    const shared = groupsOf(world, own).find((chat) => keyOf(chat) === body.shared);
    if (shared === undefined) throw new Error("there is no such chat to share");
    shareChat(world, own, String(body.button), shared);
    return done;
  });

  app.post<Body<{ latitude?: number; longitude?: number }>>("/playground/api/locate", async ({ body }) => {
    const { own, chat } = placeOf(world, body);
    const { latitude, longitude } = body;
    if (typeof latitude !== "number" || typeof longitude !== "number") throw new Error("a place has degrees");
    locate(world, chat, own.id, { latitude, longitude });
    return done;
  });
}
