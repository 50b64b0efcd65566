// The contract of the dashboard's panels: what one shows, and what can be done on it.
import type { Html } from "./html.ts";
import type { View } from "./view.ts";

/** A page of the dashboard holds the panels that name it; src/web/dashboard/pages.ts is the table. */
export type PageId = "figures" | "sources" | "desk";

export interface Panel {
  /** Lower-case letters and hyphens; part of addresses. */
  readonly id: string;
  readonly page: PageId;
  /** Message id of the heading. */
  readonly title: string;
  /**
   * What stands under the heading (an <h2>), for somebody who sees this page with this query. A panel that throws is shown
   * as one that cannot be read at the moment; the others are there. Charts: `figure` of chart.ts.
   */
  render(view: View): Promise<Html>;
  /** False for what is shown for a question alone, and not again by itself; live when left out. */
  readonly isLive?: boolean;
  /** What forms may ask for: POST to `actionOf(panel, name)` (actions.ts), with `formStart` in the form. */
  readonly actions?: Readonly<Record<string, Action>>;
}

/** Does what a form asks for, and gives what is said of it. `form` is from outside: read it with care. */
export type Action = (form: URLSearchParams, view: View) => Promise<Notice>;

/** Said once, above the panels of the page that the form was on. */
export interface Notice {
  readonly kind: "done" | "failed";
  /** Message id, with its values; they are escaped. */
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
