// The page for a number that is none, in the language that the browser asks for.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PageLook } from "./needs.ts";
import { type RenderPage, sendPage } from "./page.ts";
import { createSpeech } from "./speech.ts";

export function sendMissing(
  request: FastifyRequest,
  reply: FastifyReply,
  { messages, zone }: PageLook,
  render: RenderPage,
): Promise<FastifyReply> {
  const speech = createSpeech(messages, localeOf(request, messages), zone);
  const title = messages.plain(speech.voice, "page-missing");
  const body = `<h1>${speech.say("page-missing")}</h1>\n<p>${speech.say("page-missing-hint")}</p>`;
  const head = '<meta name="robots" content="noindex">';
  return sendPage(
    reply.header("vary", "accept-language"),
    render({ speech, title, head, body, isBare: true }),
    404,
  );
}

/** The first language of the header that we speak, else our own first. */
function localeOf({ headers }: FastifyRequest, { locales, nearest }: PageLook["messages"]): string {
  const asked = (headers["accept-language"] ?? "").split(",").map((one) => one.split(";")[0]?.trim());
  const known = asked.map((code) => nearest(code, "")).find((code) => code !== "");
  return known ?? locales[0] ?? "ar";
}
