// The HTTP face of the embedded Bot API: /bot<token>/<method>, JSON or a form, as api.telegram.org answers.
import type { ServerResponse } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ApiError, badRequest } from "./apiError.ts";
import { registerBodies } from "./bodies.ts";
import type { Answer, Calls } from "./calls.ts";
import { type FaultKind, type Faults, Reset, suffer } from "./faults.ts";
import { type Gauge, isCounted } from "./limits.ts";
import { type Params, readNumber } from "./method.ts";
import { methodOf } from "./methods.ts";
import type { World } from "./world.ts";

export interface BotApiNeeds {
  readonly world: World;
  readonly faults: Faults;
  /** What counts the messages, where limits are on. */
  readonly gauge: () => Gauge | undefined;
  /** The one token that is known; any when absent. */
  readonly token: string | undefined;
  readonly calls: Calls;
}

/** A document of 50 MB with what belongs to it; more is answered with 413. */
const mostBytes = 51 * 2 ** 20;

/** Adds the routes, with bodies and errors that are theirs alone. */
export function registerBotApi(app: FastifyInstance, needs: BotApiNeeds): void {
  app.register(async (api) => {
    registerBodies(api);
    api.setErrorHandler(answerError);
    const handle = createHandle(needs);
    api.get("/bot:token/:method", handle);
    api.post("/bot:token/:method", { bodyLimit: mostBytes }, handle);
  });
}

function createHandle({ world, faults, gauge, token, calls }: BotApiNeeds) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { token: given, method: name } = request.params as { token: string; method: string };
    const params: Params = { ...(request.query as object), ...((request.body as object | null) ?? {}) };
    const chat = params["chat_id"] === undefined ? undefined : readNumber(params, "chat_id", Number.NaN);
    let [fault, isDone] = [undefined as FaultKind | undefined, false];
    const tell = (answer: Answer | undefined): void =>
      calls.tell({ method: name, params, answer, isDone, ...(fault && { fault }) });
    try {
      if (token !== undefined && given !== token) throw new ApiError(401, "Unauthorized");
      const method = methodOf(name);
      if (method === undefined) throw new ApiError(404, "Not Found: method not found");
      if (name.toLowerCase() === "getupdates") {
        // A client that goes away leaves its place to the next one.
        reply.raw.once("close", () => {
          if (!reply.raw.writableFinished) world.updates.release();
        });
      }
      if (isCounted(name)) checkRate(gauge(), chat ?? 0);
      fault = faults.strike(name, chat);
      const result = await suffer(fault, async () => {
        const done = await method(world, params);
        isDone = true;
        return done;
      });
      const answer = { ok: true, result } as const;
      tell(answer);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) tell(toAnswer(error));
      if (!(error instanceof Reset)) throw error;
      tell(undefined);
      reply.hijack();
      breakOff(reply.raw, error.half);
      return reply;
    }
  };
}

/** By a clock that never jumps: the world's may be moved. */
function checkRate(gauge: Gauge | undefined, chat: number): void {
  const refused = gauge?.judge(chat, performance.now());
  if (refused === undefined) return;
  const { retryAfter } = refused;
  const words = `Too Many Requests: retry after ${retryAfter}`;
  throw new ApiError(429, words, { retry_after: retryAfter });
}

/** Breaks the connection, after the first half of the answer where there is one. */
function breakOff(response: ServerResponse, half: string | undefined): void {
  const { socket } = response;
  if (half === undefined) {
    socket?.destroy();
    return;
  }
  const length = 2 * Buffer.byteLength(half);
  response.writeHead(200, { "content-type": "application/json", "content-length": length });
  response.write(half, () => socket?.destroy());
}

function toAnswer({ code, message, parameters }: ApiError): Answer {
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
}

/** Every refusal in Telegram's shape, also that of a body that the server could not take; our own bugs go on up. */
function answerError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = error instanceof ApiError ? error : ofTheServer(error);
  return reply.code(refused.code).send(toAnswer(refused));
}

function ofTheServer(error: FastifyError): ApiError {
  const { statusCode = 500 } = error;
  if (statusCode >= 500) throw error;
  return statusCode === 413 ? new ApiError(413, "Request Entity Too Large") : badRequest(error.message);
}
