// The HTTP face of the embedded Bot API: /bot<token>/<method>, JSON or a form, as api.telegram.org answers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ApiError } from "./apiError.ts";
import { type Faults, Reset } from "./faults.ts";
import { type Params, readNumber } from "./method.ts";
import { methodOf } from "./methods.ts";
import type { World } from "./world.ts";

export interface BotApiNeeds {
  readonly world: World;
  readonly faults: Faults;
  /** The one token that is known; any when absent. */
  readonly token: string | undefined;
}

/** Adds the routes. Forms of several parts (files) are not played. */
export function registerBotApi(app: FastifyInstance, { world, faults, token }: BotApiNeeds): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { token: given, method: name } = request.params as { token: string; method: string };
    const params: Params = { ...(request.query as object), ...((request.body as object | null) ?? {}) };
    try {
      if (token !== undefined && given !== token) throw new ApiError(401, "Unauthorized");
      const method = methodOf(name);
      if (method === undefined) throw new ApiError(404, "Not Found");
      if (name.toLowerCase() === "getupdates") {
        // A client that goes away leaves its place to the next one.
        reply.raw.once("close", () => {
          if (!reply.raw.writableFinished) world.updates.release();
        });
      }
      const chat = params["chat_id"] === undefined ? undefined : readNumber(params, "chat_id", Number.NaN);
      const result = await faults.around(name, chat, async () => method(world, params));
      return { ok: true, result };
    } catch (error) {
      if (error instanceof Reset) {
        request.raw.socket.destroy();
        return reply.hijack();
      }
      if (!(error instanceof ApiError)) throw error;
      const { code, message, parameters } = error;
      const answer = { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
      return reply.code(code).send(answer);
    }
  };
  app.get("/bot:token/:method", handle);
  app.post("/bot:token/:method", handle);
}
