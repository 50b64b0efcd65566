// The pages' face, Noto Naskh Arabic (SIL Open Font License 1.1), served from our own address: no page asks another host.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FastifyInstance } from "fastify";

export interface Face {
  readonly subset: "arabic" | "latin";
  readonly weight: 400 | 700;
  /** The address holds a piece of the file's hash: another file has another address. */
  readonly path: string;
  /** WOFF2. */
  readonly bytes: Buffer;
}

const family = "noto-naskh-arabic";
const faceList = [
  ["arabic", 400],
  ["arabic", 700],
  ["latin", 400],
  ["latin", 700],
] as const;

/**
 * What a browser loads each file for: letters and digits of Arabic; Latin, with the punctuation that both write. A page
 * without a letter of the one never asks for its files. The Arabic range is the package's, without mathematical letters.
 */
const ranges: Readonly<Record<Face["subset"], string>> = {
  arabic:
    "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200D,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC",
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2010-2044,U+20AC,U+2122,U+2212,U+FFFD",
};

/** Latin letters and digits stand too large beside Arabic ones of this face. */
const latinSize = "size-adjust: 92%; ";

const require = createRequire(import.meta.url);
const packaged = (path: string): Buffer => readFileSync(require.resolve(`@fontsource/${family}/${path}`));

/** Reads the files; throws where the package is not installed. */
export function loadFaces(): readonly Face[] {
  return faceList.map(([subset, weight]) => {
    const name = `${family}-${subset}-${weight}-normal.woff2`;
    const bytes = packaged(`files/${name}`);
    const mark = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    return { subset, weight, bytes, path: `/web/fonts/${family}-${subset}-${weight}.${mark}.woff2` };
  });
}

/**
 * `swap`: the text is read at once in what the machine has, and set again when the face is there. `up` leads from the style
 * sheet to the root: addresses are relative, so that a proxy may serve all of it under a path of its own.
 */
export function faceRules(faces: readonly Face[], up = "..", name = "Noto Naskh Arabic"): string {
  return faces
    .map(
      ({ subset, weight, path }) =>
        `@font-face { font-family: "${name}"; font-style: normal; font-weight: ${weight}; font-display: swap; ${subset === "latin" ? latinSize : ""}src: url(${up}${path}) format("woff2"); unicode-range: ${ranges[subset]}; }`,
    )
    .join("\n");
}

/** What a page in this language will surely ask for, so that it can ask before it knows its style. */
export function firstFaces(faces: readonly Face[], locale: string): readonly Face[] {
  return faces.filter(({ subset, weight }) => weight === 400 && (subset === "latin" || locale === "ar"));
}

export const licencePath = "/web/fonts/OFL.txt";

/** Kept by browsers for a year: the address changes with the file. */
export const forAYear = "public, max-age=31536000, immutable";

export function registerFonts(app: FastifyInstance, faces: readonly Face[]): void {
  for (const { path, bytes } of faces)
    app.get(path, async (_request, reply) =>
      reply.type("font/woff2").header("cache-control", forAYear).send(bytes),
    );
  const licence = packaged("LICENSE");
  app.get(licencePath, async (_request, reply) => reply.type("text/plain; charset=utf-8").send(licence));
}
