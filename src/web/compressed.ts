// Sends text small: compressed where the browser takes it. Nothing here is secret, so its length tells nothing.
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply } from "fastify";

const compress = promisify(gzip);

/** Below this many characters the frame costs more than it saves. */
const least = 1_000;

/** Sets the encoding; the type is the caller's. Arabic in UTF-8 comes to a third of its size. */
export async function sendCompressed(reply: FastifyReply, text: string): Promise<FastifyReply> {
  reply.header("vary", [reply.getHeader("vary"), "accept-encoding"].filter(Boolean).join(", "));
  const taken = String(reply.request.headers["accept-encoding"] ?? "");
  if (text.length < least || !/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(taken))
    return reply.send(text);
  return reply.header("content-encoding", "gzip").send(await compress(text));
}
