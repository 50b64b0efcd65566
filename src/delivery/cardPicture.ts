// Draws cards as PNG with resvg, beside the event loop; loaded with its typeface when the first card is wanted.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Card, CardContent, Face } from "../digest/card.ts";
import { cardSvg } from "../digest/cardSvg.ts";
import { layoutCard } from "../digest/layoutCard.ts";
import { createGate } from "../runtime/gate.ts";
import { readFace } from "./face.ts";

const family = "Noto Naskh Arabic";

/** The same files on every machine, never its own fonts: so a card is the same everywhere. */
const files = {
  400: "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  700: "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
} as const;

export const fontFiles = (): readonly string[] => {
  const { resolve } = createRequire(import.meta.url);
  return Object.values(files).map((file) => resolve(file));
};

export async function loadCardFace(): Promise<Face> {
  const [regular, bold] = await Promise.all(fontFiles().map(async (path) => readFace(await readFile(path))));
  if (regular === undefined || bold === undefined) throw new Error("The typeface of cards has two weights");
  return {
    has: (codePoint) => regular.has(codePoint) && bold.has(codePoint),
    width: (text, weight) => (weight === 700 ? bold : regular).width(text),
  };
}

/** What the renderer is given beside the drawing. */
export const renderOptions = () => ({
  font: { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: family },
});

/** The bytes of a PNG; undefined where no headline of it can be drawn. Rejects where the renderer fails. */
export type DrawCard = (content: CardContent) => Promise<Uint8Array | undefined>;

/** Cards kept, some 100 kB each: readers of one wave share theirs. The one asked for longest ago goes first. */
const cached = 64;

/** Drawings at once: one leaves a processor to what sends. */
const atOnce = 1;

export function createDrawCard(): DrawCard {
  const cache = new Map<string, Promise<Uint8Array>>();
  const gate = createGate(atOnce);
  let face: Promise<Face> | undefined;

  async function draw(svg: string): Promise<Uint8Array> {
    // Native code for this platform: what never draws a card never needs it.
    const { renderAsync } = await import("@resvg/resvg-js");
    return (await renderAsync(svg, renderOptions())).asPng();
  }

  async function layout(content: CardContent): Promise<Card | undefined> {
    face ??= loadCardFace();
    face.catch(() => {
      face = undefined;
    });
    return layoutCard(content, await face);
  }

  return async (content) => {
    const card = await layout(content);
    if (card === undefined) return undefined;
    const svg = cardSvg(card, family);
    const known = cache.get(svg);
    const drawn = known ?? gate(() => draw(svg));
    cache.delete(svg);
    cache.set(svg, drawn);
    drawn.catch(() => cache.delete(svg));
    const oldest = cache.size > cached ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return drawn;
  };
}
