// Serves the files of the chat page, under a policy that lets the page load nothing from elsewhere.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";

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

async function read(name: string): Promise<{ type: string; body: Buffer } | undefined> {
  const type = fileTypes[/\.\w+$/.exec(name)?.[0] ?? ""];
  if (type === undefined || !/^[\w-]+\.\w+$/.test(name)) return undefined;
  const body = await readFile(pageFile(name)).catch(() => undefined);
  return body === undefined ? undefined : { type, body };
}

/** Adds `/` and `/playground/<file>`. */
export function registerPageFiles(app: FastifyInstance): void {
  app.get("/", async (_request, reply) => {
    const page = await read("page.html");
    if (page === undefined) return reply.code(404).send({ error: "the page is not built: npm run build" });
    return reply.header("content-security-policy", policy).type(page.type).send(page.body);
  });
  app.get<{ Params: { file: string } }>("/playground/:file", async ({ params }, reply) => {
    const file = await read(params.file);
    return file === undefined ? reply.callNotFound() : reply.type(file.type).send(file.body);
  });
}
