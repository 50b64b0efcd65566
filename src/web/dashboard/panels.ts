// The table of the dashboard's panels, in the order in which they stand on their pages.
import type { FigureNeeds } from "./figureNeeds.ts";
import type { Panel } from "./panel.ts";
import { createDeliveries } from "./panels/deliveries.ts";
import { createDeskPanels, type DeskNeeds } from "./panels/desk.ts";
import { createGrowth } from "./panels/growth.ts";
import { createOutcomes } from "./panels/outcomes.ts";
import { createState } from "./panels/state.ts";
import { createTopics } from "./panels/topics.ts";

/** What all panels need; a page's panels have a part of it. */
export interface PanelNeeds {
  readonly figures: FigureNeeds;
  readonly desk: DeskNeeds;
}

export function createPanels({ figures, desk }: PanelNeeds): readonly Panel[] {
  return [
    createDeliveries(figures),
    createState(figures),
    createGrowth(figures),
    createTopics(figures),
    createOutcomes(figures),
    ...createDeskPanels(desk),
  ];
}
