// The dashboard's style and script, as the build has made them; anybody may have them, they hold nothing.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { faceRules, loadFaces } from "../fonts.ts";

const types = {
  "page.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
} as const;

type FileName = keyof typeof types;

/** Beside this module; from the bundle, or from the sources (in tests), in the build that lies next to them. */
const places = ["./page/", "../../dist/web/dashboard/page/", "../../../dist/web/dashboard/page/"];

function fileOf(name: FileName): string {
  const paths = places.map((place) => fileURLToPath(new URL(`${place}${name}`, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? name;
}

/** Under the prefix of the dashboard: files/page.css, files/faces.css and files/page.js. */
export function registerFiles(app: FastifyInstance): void {
  const faces = loadFaces();
  // For code: Latin letters of one width, and Arabic ones that join as everywhere else.
  const arabic = faces.filter(({ subset }) => subset === "arabic");
  const rules = `${faceRules(faces, "../..")}\n${faceRules(arabic, "../..", "Noto Naskh Arabic within code")}`;
  app.get("/files/faces.css", async (_request, reply) =>
    reply.type(types["page.css"]).header("cache-control", "no-cache").send(rules),
  );
  for (const name of Object.keys(types) as FileName[]) {
    app.get(`/files/${name}`, async (_request, reply) => {
      const body = await readFile(fileOf(name)).catch(() => undefined);
      if (body === undefined) return reply.code(404).send({ error: "not built: npm run build" });
      return reply.type(types[name]).header("cache-control", "no-cache").send(body);
    });
  }
}
