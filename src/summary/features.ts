// The table of ranking features with their weights. The order has no meaning.
// The weights are rounded from the middle of the plateau that a random search found on EASC and the golden texts.
import type { Feature } from "./feature.ts";
import { byCentrality } from "./features/centrality.ts";
import { byCue } from "./features/cue.ts";
import { byLength } from "./features/length.ts";
import { byNoise } from "./features/noise.ts";
import { byOpening } from "./features/opening.ts";
import { byParagraph } from "./features/paragraph.ts";
import { byPosition } from "./features/position.ts";
import { byQuantity } from "./features/quantity.ts";
import { bySalience } from "./features/salience.ts";
import { byTitle } from "./features/title.ts";

export const features = {
  position: { weight: 3.6, score: byPosition },
  title: { weight: 1, score: byTitle },
  centrality: { weight: 0.95, score: byCentrality },
  salience: { weight: 0.5, score: bySalience },
  opening: { weight: 1.1, score: byOpening },
  paragraph: { weight: 0.5, score: byParagraph },
  cue: { weight: 0.5, score: byCue },
  quantity: { weight: 0.35, score: byQuantity },
  length: { weight: 0.7, score: byLength },
  noise: { weight: 1.2, score: byNoise },
} satisfies Record<string, Feature>;
