// Wires the dashboard: its panels on the house as it is configured now.
import type { FastifyInstance } from "fastify";
import type { Search } from "../articles/search-follower.ts";
import { registerDashboard } from "../web/dashboard/dashboard.ts";
import type { Panel } from "../web/dashboard/panel.ts";
import { createPanels } from "../web/dashboard/panels.ts";
import { createSessions } from "../web/dashboard/sessions.ts";
import { openDeskNeeds } from "./desk.ts";
import { openFigures } from "./figures.ts";
import type { House } from "./house.ts";
import type { Monitor } from "./monitor.ts";

/** Adds the routes, before the server listens. `current` is asked with every page: the configuration may be read again. */
export function openDashboard(
  app: FastifyInstance,
  current: () => House,
  {
    telegram,
    search,
    now = () => new Date(),
  }: Pick<Monitor, "telegram"> & { readonly search?: Pick<Search, "search">; readonly now?: () => Date },
): { close(): void } {
  const { main, config, log } = current();
  const { redisPrefix, dashboardToken, publicUrl } = config.env;
  const panelsOf = new WeakMap<House, readonly Panel[]>();
  return registerDashboard(app, {
    panels() {
      const house = current();
      const panels =
        panelsOf.get(house) ??
        createPanels({ figures: openFigures(house, telegram, now), desk: openDeskNeeds(house, search) });
      panelsOf.set(house, panels);
      return panels;
    },
    viewing: () => ({ messages: current().messages, zone: current().config.bot.zone }),
    sessions: dashboardToken === undefined ? undefined : createSessions(main, redisPrefix, dashboardToken),
    publicUrl,
    now,
    log,
  });
}
