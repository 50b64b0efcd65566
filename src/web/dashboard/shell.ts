// The frame around what the dashboard shows: head, menu, the panels of a page; the page that asks for the token.
import { jointOf } from "../../text/joint.ts";
import { type Html, html, nothing } from "./html.ts";
import { pageIds, pages } from "./pages.ts";
import type { Notice, PageId, Panel } from "./panel.ts";
import type { View } from "./view.ts";

const otherLocales: Readonly<Record<string, { readonly code: string; readonly name: string }>> = {
  ar: { code: "en", name: "English" },
  en: { code: "ar", name: "العربية" },
};

/** One panel with its heading; `version` lets the page leave alone what has not changed. */
export function panelHtml(panel: Panel, view: View, inner: Html, version: string): Html {
  const { id, title, isLive = true } = panel;
  return html`<section class="panel" id="panel-${id}" aria-labelledby="title-${id}" data-panel="${id}" data-live="${isLive ? "yes" : "no"}" data-version="${version}">
<h2 id="title-${id}">${view.say(title)}</h2>
<div class="inner">${inner}</div>
</section>`;
}

export interface PageNeeds {
  readonly view: View;
  readonly page: PageId;
  readonly panels: readonly Html[];
  readonly notice: Notice | undefined;
  /** A token opens it, so it can be left. */
  readonly canLeave: boolean;
}

export function pageHtml({ view, page, panels, notice, canLeave }: PageNeeds): string {
  const own = pages[page];
  const links = pageIds.map(
    (id) =>
      html`<li><a href="${pages[id].path}"${id === page ? html` aria-current="page"` : nothing}>${view.say(pages[id].title)}</a></li>`,
  );
  const leave = canLeave
    ? html`<form method="post" action="/dashboard/logout"><button class="plain">${view.say("dash-logout")}</button></form>`
    : nothing;
  const body = html`<a class="skip" href="#main">${view.say("dash-skip")}</a>
<header>
<p class="name">${view.say("dash-name")}</p>
<nav aria-label="${view.plain("dash-menu")}"><ul>${links}</ul></nav>
<p class="live" id="live" data-on="${view.plain("dash-live-on")}" data-off="${view.plain("dash-live-off")}" role="status"></p>
${languageLink(view)}
${leave}
</header>
<main id="main" tabindex="-1">
<h1>${view.say(own.title)}</h1>
${notice === undefined ? nothing : noticeHtml(view, notice)}
<div class="panels" data-page="${page}">
${panels}
</div>
</main>
<script type="module" src="/dashboard/files/page.js"></script>`;
  return documentHtml(view, view.plain(own.title), body);
}

function noticeHtml(view: View, { kind, message, values }: Notice): Html {
  return html`<p class="notice ${kind}" role="${kind === "failed" ? "alert" : "status"}">${view.say(message, values)}</p>`;
}

function languageLink(view: View): Html {
  const other = otherLocales[view.locale];
  if (other === undefined) return nothing;
  const query = new URLSearchParams(view.query);
  query.set("lang", other.code);
  return html`<a class="language" href="?${query.toString()}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>`;
}

/** Asks for the token; `trouble` is a message about the last try. */
export function loginHtml(view: View, trouble?: string): string {
  const said =
    trouble === undefined ? nothing : html`<p class="notice failed" role="alert">${view.say(trouble)}</p>`;
  const body = html`<header><p class="name">${view.say("dash-name")}</p>${languageLink(view)}</header>
<main id="main" class="narrow">
<h1>${view.say("dash-login")}</h1>
${said}
<form method="post" action="/dashboard/login" class="login">
<label for="token">${view.say("dash-login-token")}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus dir="ltr">
<p class="hint">${view.say("dash-login-hint", { name: "DASHBOARD_TOKEN" })}</p>
<button>${view.say("dash-login-button")}</button>
</form>
</main>`;
  return documentHtml(view, view.plain("dash-login"), body);
}

/** A page of a heading and a sentence: not from here, Redis is away, not our form. */
export function wordsHtml(view: View, title: string, message: string): string {
  const body = html`<main id="main" class="narrow"><h1>${view.say(title)}</h1><p>${view.say(message, { name: "DASHBOARD_TOKEN" })}</p></main>`;
  return documentHtml(view, view.plain(title), body);
}

function documentHtml(view: View, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${view.locale}" dir="${view.direction}" data-numbers="${view.numbers}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} ${jointOf(view.locale)} ${view.plain("dash-name")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dashboard/files/faces.css">
<link rel="stylesheet" href="/dashboard/files/page.css">
</head>
<body>
${body}
</body>
</html>
`.html;
}
