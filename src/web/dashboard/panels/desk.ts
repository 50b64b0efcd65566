// The table of the desk's panels: what operators do on the dashboard.
import type { Panel } from "../panel.ts";
import { type ArticlesNeeds, createArticlesPanel } from "./articles.ts";
import { type ContentNeeds, createContentPanel } from "./content.ts";
import { createDeadLettersPanel, type DeadLettersNeeds } from "./deadLetters.ts";
import { createFailuresPanel, type FailuresNeeds } from "./failures.ts";
import { createPreviewPanel, type PreviewNeeds } from "./preview.ts";
import { createSourcesPanel, type SourcesNeeds } from "./sources.ts";

export type DeskNeeds = ArticlesNeeds &
  PreviewNeeds &
  SourcesNeeds &
  ContentNeeds &
  DeadLettersNeeds &
  FailuresNeeds;

export function createDeskPanels(needs: DeskNeeds): readonly Panel[] {
  return [
    createArticlesPanel(needs),
    createPreviewPanel(needs),
    createSourcesPanel(needs),
    createContentPanel(needs),
    createDeadLettersPanel(needs),
    createFailuresPanel(needs),
  ];
}
