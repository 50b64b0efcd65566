// Reads the bodies of Bot API calls as Telegram's server does: JSON, either kind of form, and anything else as none.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { badRequest } from "./apiError.ts";
import { Upload } from "./method.ts";

/** Adds the parsers; a body becomes an object of parameters. */
export function registerBodies(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string | Buffer) => readJsonBody(String(body)),
  );
  api.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string | Buffer) =>
      Object.fromEntries(new URLSearchParams(String(body))),
  );
  api.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: string | Buffer) =>
      readParts(body as Buffer, request.headers["content-type"] ?? ""),
  );
  api.addContentTypeParser("*", { parseAs: "buffer" }, async () => ({}));
}

function readJsonBody(body: string): object {
  const text = body.trim();
  if (text === "") return {};
  if (!text.startsWith("{")) throw badRequest("JSON object expected");
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse parameter value");
  }
}

/** Text parts as they are, files as Uploads. */
async function readParts(body: Buffer, contentType: string): Promise<object> {
  try {
    const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
    return Object.fromEntries(await Promise.all([...form].map(([name, value]) => readPart(name, value))));
  } catch {
    throw badRequest("can't parse multipart form data");
  }
}

async function readPart(name: string, value: string | File): Promise<readonly [string, unknown]> {
  if (typeof value === "string") return [name, value];
  return [name, new Upload(value.name, value.type, new Uint8Array(await value.arrayBuffer()))];
}
