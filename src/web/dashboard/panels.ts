// The table of the dashboard's panels, in the order in which they stand on their pages.
import type { Panel } from "./panel.ts";
import { createDeskPanels, type DeskNeeds } from "./panels/desk.ts";

/** What all panels need; a page's panels have a part of it. */
export interface PanelNeeds {
  readonly desk: DeskNeeds;
}

export function createPanels({ desk }: PanelNeeds): readonly Panel[] {
  return [...createDeskPanels(desk)];
}
