// Who may see the dashboard, and which forms are its own: decided before anything of a request is read.
import type { IncomingHttpHeaders } from "node:http";
import { type Asker, isFromHere } from "../asker.ts";
import { readCookie } from "./cookies.ts";
import type { Sessions } from "./sessions.ts";

/** "in"; "login": a token opens it; "here": without a token only this machine may. */
export type Entry = "in" | "login" | "here";

/** `sessions` undefined: no DASHBOARD_TOKEN is set. Throws when Redis does. */
export async function enter(asker: Asker, sessions: Pick<Sessions, "isOpen"> | undefined): Promise<Entry> {
  if (sessions === undefined) return isFromHere(asker) ? "in" : "here";
  const id = readCookie(asker.headers.cookie, "mujaz-session");
  return id !== undefined && (await sessions.isOpen(id)) ? "in" : "login";
}

/**
 * True for a form that one of our own pages sent. Browsers say where a request comes from: Sec-Fetch-Site on https and on
 * this machine, Origin with every POST; who says neither is no browser and has no business with forms. `publicUrl`: behind
 * a proxy that changes the Host, the page's origin is still that of PUBLIC_URL.
 */
export function isOwnForm(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin, host = "" } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin === undefined) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const own = publicUrl !== undefined && URL.canParse(publicUrl) ? [new URL(publicUrl).host] : [];
  return [host.toLowerCase(), ...own].includes(new URL(origin).host);
}
