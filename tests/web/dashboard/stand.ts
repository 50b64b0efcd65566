// A dashboard on a house of its own, asked over HTTP as a browser asks it.

import { openDashboard } from "../../../src/processes/dashboard.ts";
import { openMonitor } from "../../../src/processes/monitor.ts";
import { createHttp, type Http } from "../../../src/runtime/http.ts";
import { createLog } from "../../../src/runtime/log.ts";
import { registerDashboard } from "../../../src/web/dashboard/dashboard.ts";
import type { Panel } from "../../../src/web/dashboard/panel.ts";
import { createSessions } from "../../../src/web/dashboard/sessions.ts";
import { openTestHouse, type TestHouse } from "../../house.ts";

export interface Stand {
  readonly address: string;
  close(): Promise<void>;
}

/** Silent: what is logged is not looked at here. */
const log = createLog({ level: "fatal", format: "json" });

async function listen(http: Http): Promise<string> {
  // Port 0: what it says of itself has the port that it got.
  return http.listen();
}

/** The whole dashboard of a house, in a web process of its own. */
export async function openStand({ house }: TestHouse, now: () => Date = () => new Date()): Promise<Stand> {
  const http = createHttp({ host: "127.0.0.1", port: 0, log, graceMs: 20 });
  const monitor = openMonitor(house, http.app);
  const dashboard = openDashboard(http.app, () => house, { telegram: monitor.telegram, now });
  const address = await listen(http);
  return {
    address,
    async close() {
      monitor.close();
      dashboard.close();
      await http.close();
    },
  };
}

/** The frame alone, with panels of the test's own. */
export async function openFrame(
  { house }: TestHouse,
  panels: readonly Panel[],
  { token, publicUrl }: { readonly token?: string; readonly publicUrl?: string } = {},
): Promise<Stand> {
  const http = createHttp({ host: "127.0.0.1", port: 0, log, graceMs: 20 });
  const dashboard = registerDashboard(http.app, {
    panels: () => panels,
    viewing: () => ({ messages: house.messages, zone: house.config.bot.zone }),
    sessions:
      token === undefined ? undefined : createSessions(house.main, house.config.env.redisPrefix, token),
    publicUrl,
    now: () => new Date(),
    log,
    everyMs: 10,
  });
  const address = await listen(http);
  return {
    address,
    async close() {
      dashboard.close();
      await http.close();
    },
  };
}

export { openTestHouse };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Set-Cookie lines. */
  readonly cookies: readonly string[];
}

/** Never follows: where it leads is part of the answer. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const { status, headers } = response;
  return { status, headers, text: await response.text(), cookies: headers.getSetCookie() };
}

/** A form as one of the dashboard's own pages sends it, unless `headers` say otherwise; null leaves one out. */
export function post(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<Answer> {
  const all = { origin: new URL(url).origin, "sec-fetch-site": "same-origin", ...headers };
  const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
  return ask(url, { method: "POST", headers: sent, body: new URLSearchParams(fields) });
}

/** The cookie of an answer as the next request sends it. */
export const cookieOf = (answer: Answer, name: string): string =>
  answer.cookies.map((line) => line.split(";")[0] ?? "").find((pair) => pair.startsWith(`${name}=`)) ?? "";
