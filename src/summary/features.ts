// The table of ranking features with their weights. The order has no meaning.
import type { Feature } from "./feature.ts";
import { byCentrality } from "./features/centrality.ts";
import { byCue } from "./features/cue.ts";
import { byLength } from "./features/length.ts";
import { byNoise } from "./features/noise.ts";
import { byPosition } from "./features/position.ts";
import { byTitle } from "./features/title.ts";

export const features = {
  position: { weight: 2, score: byPosition },
  title: { weight: 1, score: byTitle },
  centrality: { weight: 1, score: byCentrality },
  cue: { weight: 0.3, score: byCue },
  length: { weight: 0.7, score: byLength },
  noise: { weight: 0.7, score: byNoise },
} satisfies Record<string, Feature>;
