// What the dashboard is made of, and what its parts ask of one another.
import type { FastifyRequest } from "fastify";
import type { Log } from "../../runtime/log.ts";
import type { Live } from "./live.ts";
import type { Panel } from "./panel.ts";
import type { Sessions } from "./sessions.ts";
import type { View, ViewNeeds } from "./view.ts";

export interface DashboardNeeds {
  /** Under the configuration of this moment. */
  readonly panels: () => readonly Panel[];
  readonly viewing: () => ViewNeeds;
  /** Undefined without DASHBOARD_TOKEN: then only this machine may look. */
  readonly sessions: Sessions | undefined;
  readonly publicUrl: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
  /** How often live panels are looked at anew while somebody looks. */
  readonly everyMs?: number;
}

/** What the files of this folder ask of the frame. */
export interface Frame extends DashboardNeeds {
  readonly live: Live;
  readonly isSecure: boolean;
  viewOf(request: FastifyRequest): View;
}
