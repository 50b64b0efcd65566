// /dashboard: its addresses, and who may ask for what there.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { within } from "../../runtime/wait.ts";
import { enter, isOwnForm } from "./access.ts";
import { readNotice, writeNotice } from "./actions.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import { registerEvents } from "./events.ts";
import { registerFiles } from "./files.ts";
import type { DashboardNeeds, Frame } from "./frame.ts";
import { createLive } from "./live.ts";
import { registerLogin } from "./login.ts";
import { pageIds, pages } from "./pages.ts";
import type { PageId } from "./panel.ts";
import { renderPanels } from "./renderPanels.ts";
import { pageHtml, panelHtml, wordsHtml } from "./shell.ts";
import { createView, type View } from "./view.ts";

/** Nothing of other origins, nothing inline, in no frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  // Not "no-referrer": with it browsers hide the origin of a form from us, too.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** A Redis that hangs is not waited for longer. */
const patienceMs = 3_000;

const langSeconds = 365 * 86_400;

/** Adds the routes, before the server listens; close it before the server. */
export function registerDashboard(app: FastifyInstance, needs: DashboardNeeds): { close(): void } {
  const { viewing, publicUrl, now, log, everyMs = 3_000 } = needs;
  const live = createLive({
    everyMs,
    async render({ page, locale, query }) {
      const view = createView(viewing(), { locale, now: now(), query: new URLSearchParams(query) });
      const shown = needs.panels().filter((panel) => panel.page === page && panel.isLive !== false);
      return (await renderPanels(shown, view, log)).map(({ panel, inner, version }) => ({
        id: panel.id,
        html: inner.html,
        version,
      }));
    },
  });
  const frame: Frame = {
    ...needs,
    live,
    isSecure: publicUrl?.startsWith("https:") ?? false,
    viewOf(request) {
      const query = new URLSearchParams(request.url.split("?")[1] ?? "");
      const { messages } = viewing();
      const known = (code: string | undefined | null): code is string =>
        code !== undefined && code !== null && messages.locales.includes(code);
      const [asked, kept] = [query.get("lang"), readCookie(request.headers.cookie, "mujaz-lang")];
      query.delete("lang");
      const locale = known(asked) ? asked : known(kept) ? kept : (messages.locales[0] ?? "ar");
      return createView(viewing(), { locale, now: now(), query });
    },
  };
  app.register(
    async (dash) => {
      dash.addHook("onRequest", async (request, reply) => {
        // On the raw response, so that an event stream has them too.
        for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
        await admit(frame, request, reply);
      });
      dash.addContentTypeParser(
        "application/x-www-form-urlencoded",
        { parseAs: "string", bodyLimit: 64_000 },
        async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
      );
      registerFiles(dash);
      registerLogin(dash, frame);
      registerEvents(dash, frame);
      for (const page of pageIds) registerPage(dash, frame, page);
      registerActions(dash, frame);
    },
    { prefix: "/dashboard" },
  );
  return { close: () => live.close() };
}

/** Answers itself whoever may not go on. */
async function admit(frame: Frame, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { sessions, publicUrl, isSecure } = frame;
  const path = request.routeOptions.url ?? "";
  const view = frame.viewOf(request);
  if (new URLSearchParams(request.url.split("?")[1] ?? "").get("lang") === view.locale)
    reply.header("set-cookie", writeCookie("mujaz-lang", view.locale, { seconds: langSeconds, isSecure }));
  if (path.startsWith("/dashboard/files/")) return;
  const asker = { address: request.socket.remoteAddress, headers: request.headers };
  const entry = await within(patienceMs, enter(asker, sessions)).catch(() => undefined);
  if (entry === undefined) return refuse(reply, view, 503, "dash-away");
  if (entry === "here") return refuse(reply, view, 403, "dash-here");
  if (request.method === "POST" && !isOwnForm(request.headers, publicUrl))
    return refuse(reply, view, 403, "dash-foreign");
  if (entry === "in" || path === "/dashboard/login") return;
  if (path === "/dashboard/events") return refuse(reply, view, 401, "dash-login");
  // A link from elsewhere comes without the cookie (SameSite=Strict), also from who is logged in: from here it has it.
  if (request.headers["sec-fetch-site"] === "cross-site") {
    reply.header("refresh", "0; url=/dashboard/login");
    return refuse(reply, view, 200, "dash-moment");
  }
  await reply.redirect("/dashboard/login", 303);
}

async function refuse(reply: FastifyReply, view: View, status: number, message: string): Promise<void> {
  await reply
    .code(status)
    .type("text/html; charset=utf-8")
    .send(wordsHtml(view, "dash-name", message));
}

function registerPage(app: FastifyInstance, frame: Frame, page: PageId): void {
  const address = pages[page].path.slice("/dashboard".length);
  app.get(address === "" ? "/" : address, { prefixTrailingSlash: "both" }, async (request, reply) => {
    const { isSecure, sessions, log } = frame;
    const view = frame.viewOf(request);
    const shown = await renderPanels(
      frame.panels().filter((panel) => panel.page === page),
      view,
      log,
    );
    const panels = shown.map(({ panel, inner, version }) => panelHtml(panel, view, inner, version));
    const notice = readNotice(readCookie(request.headers.cookie, "mujaz-notice"));
    if (notice !== undefined)
      reply.header("set-cookie", writeCookie("mujaz-notice", "", { seconds: 0, isSecure }));
    const canLeave = sessions !== undefined;
    return reply.type("text/html; charset=utf-8").send(pageHtml({ view, page, panels, notice, canLeave }));
  });
}

function registerActions(app: FastifyInstance, frame: Frame): void {
  type Asked = { Params: { panel: string; action: string } };
  app.post<Asked>("/do/:panel/:action", async (request, reply) => {
    const { log, isSecure } = frame;
    const { panel: id, action: name } = request.params;
    const view = frame.viewOf(request);
    const panel = frame.panels().find((each) => each.id === id);
    const actions = panel?.actions ?? {};
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (panel === undefined || action === undefined) return refuse(reply, view, 404, "dash-unknown");
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const notice = await action(form, view).catch((err: unknown) => {
      log.error("dashboard.action-failed", { panel: id, action: name, err });
      return { kind: "failed", message: "dash-action-failed" } as const;
    });
    log.info("dashboard.did", { panel: id, action: name, kind: notice.kind });
    reply.header("set-cookie", writeCookie("mujaz-notice", writeNotice(notice), { seconds: 60, isSecure }));
    const query = new URLSearchParams(form.get("back") ?? "").toString();
    return reply.redirect(`${pages[panel.page].path}${query === "" ? "" : `?${query}`}#panel-${id}`, 303);
  });
}
