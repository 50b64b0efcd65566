// The table of the dashboard's pages, in the order of its menu: the first is /dashboard itself.
import type { PageId } from "./panel.ts";

export const pages = {
  figures: { path: "/dashboard", title: "dash-page-figures" },
  sources: { path: "/dashboard/sources", title: "dash-page-sources" },
  desk: { path: "/dashboard/desk", title: "dash-page-desk" },
} satisfies Record<PageId, { readonly path: string; readonly title: string }>;

export const pageIds = Object.keys(pages) as readonly PageId[];
