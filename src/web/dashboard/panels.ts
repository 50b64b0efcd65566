// The table of the dashboard's panels, in the order in which they stand on their pages.
import type { Panel } from "./panel.ts";

/** What all panels need; each names its own part. */
export type PanelNeeds = object;

export function createPanels(_needs: PanelNeeds): readonly Panel[] {
  return [];
}
