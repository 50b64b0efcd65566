// The shell of every reading page: its head, its frame, and the rules under which a browser shows it. Pages lie one folder deep
// and link to each other from there ("../a/42"): a proxy may serve them all below a folder of its own.
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { escapeHtml } from "../text/html.ts";
import { joinFacts } from "../text/joint.ts";
import { sendCompressed } from "./compressed.ts";
import {
  type Face,
  faceRules,
  firstFaces,
  forAYear,
  licencePath,
  loadFaces,
  registerFonts,
} from "./fonts.ts";
import type { Speech } from "./speech.ts";
import { pageStyle } from "./style.ts";

export interface PageParts {
  readonly speech: Speech;
  /** Plain text. */
  readonly title: string;
  /** HTML that the head has besides: what the page says of itself to machines. */
  readonly head?: string;
  /** HTML. */
  readonly body: string;
  /** Names of the body's layout: "wide" for several columns. */
  readonly layout?: "wide";
  /** Where anybody can open the page, for its reader on paper; undefined without PUBLIC_URL. */
  readonly address?: string | undefined;
  /** Quotes nobody. */
  readonly isBare?: boolean;
}

/** Gives the page's HTML. */
export type RenderPage = (parts: PageParts) => string;

/** Nothing runs, nothing comes from elsewhere, no form goes anywhere and no other page may frame it. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves what the pages share, and gives the way to render them. */
export function registerShell(app: FastifyInstance): RenderPage {
  const faces = loadFaces();
  const style = `/* Noto Naskh Arabic: SIL Open Font License 1.1, ${licencePath} */\n${faceRules(faces)}\n${pageStyle}`;
  const mark = createHash("sha256").update(style).digest("hex").slice(0, 10);
  const stylePath = `/web/page.${mark}.css`;
  registerFonts(app, faces);
  app.get(stylePath, async (_request, reply) =>
    sendCompressed(reply.type("text/css; charset=utf-8").header("cache-control", forAYear), style),
  );
  return (parts) => renderPage(parts, stylePath, faces);
}

/** A page may change with every reading of its sources: it is asked for again each time. */
export function sendPage(reply: FastifyReply, html: string, status = 200): Promise<FastifyReply> {
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .header("content-security-policy", policy)
    .header("cache-control", "no-cache");
  return sendCompressed(reply, html);
}

function renderPage(
  { speech, title, head = "", body, layout, address, isBare = false }: PageParts,
  stylePath: string,
  faces: readonly Face[],
): string {
  const { say, voice } = speech;
  const preloads = firstFaces(faces, voice.locale).map(
    ({ path }) => `<link rel="preload" href="..${path}" as="font" type="font/woff2" crossorigin="anonymous">`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(voice.locale)}" dir="${voice.locale === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${joinFacts(voice.locale, [escapeHtml(title), say("page-brand")])}</title>
${head}
<link rel="icon" href="data:,">
${preloads.join("\n")}
<link rel="stylesheet" href="..${stylePath}">
</head>
<body${layout === undefined ? "" : ` class="${layout}"`}>
<a class="skip" href="#main">${say("page-skip")}</a>
<header class="top">${say("page-brand")}</header>
<main id="main">
${body}
</main>
<footer class="foot">${isBare ? "" : `<p>${say("page-about")}</p>\n`}${address === undefined ? "" : addressLine(speech, address)}<p>${say("page-font")} <a href="..${licencePath}">SIL&nbsp;OFL&nbsp;1.1</a></p></footer>
</body>
</html>
`;
}

const addressLine = ({ say }: Speech, address: string): string =>
  `<p class="printed">${say("page-address")} <bdi dir="ltr">${escapeHtml(address)}</bdi></p>\n`;
