// The table of ranking features with their weights. The order has no meaning.
import type { Feature } from "./feature.ts";
import { byCentrality } from "./features/centrality.ts";
import { byCue } from "./features/cue.ts";
import { byLength } from "./features/length.ts";
import { byNoise } from "./features/noise.ts";
import { byOpening } from "./features/opening.ts";
import { byPosition } from "./features/position.ts";
import { byQuantity } from "./features/quantity.ts";
import { byTitle } from "./features/title.ts";

export const features = {
  position: { weight: 2, score: byPosition },
  title: { weight: 1, score: byTitle },
  centrality: { weight: 1, score: byCentrality },
  opening: { weight: 0.8, score: byOpening },
  cue: { weight: 0.6, score: byCue },
  quantity: { weight: 0.4, score: byQuantity },
  length: { weight: 0.7, score: byLength },
  noise: { weight: 0.7, score: byNoise },
} satisfies Record<string, Feature>;
