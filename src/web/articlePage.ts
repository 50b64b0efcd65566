// /a/42: one article as a plain page in its own language and direction, its chosen sentences marked in place.
import type { FastifyInstance } from "fastify";
import type { Article } from "../articles/article.ts";
import type { Messages } from "../messages/messages.ts";
import { countryOf } from "../text/countries.ts";
import { formatDay, type HijriShift } from "../text/dates.ts";
import { escapeHtml } from "../text/html.ts";

export interface ArticlePageNeeds {
  readonly byNumber: (number: number) => Promise<Article | undefined>;
  /** Zone in which days are shown. */
  readonly zone: string;
  /** Days to move Hijri dates by. */
  readonly hijriShift?: HijriShift | undefined;
  readonly messages: Pick<Messages, "locales" | "nearest" | "plain">;
}

/** Sentences that the page marks: those of the standard summary. */
const marked = 3;

/** What it needs is looked up with every page: the configuration may be read again meanwhile. */
export function registerArticlePage(app: FastifyInstance, needs: ArticlePageNeeds): void {
  const word = (locale: string, id: string): string =>
    escapeHtml(needs.messages.plain({ locale, digits: "latin" }, id));
  app.get<{ Params: { number: string } }>("/a/:number", async ({ params }, reply) => {
    const { byNumber, zone, hijriShift, messages } = needs;
    const article = /^\d{1,12}$/.test(params.number) ? await byNumber(Number(params.number)) : undefined;
    reply.type("text/html; charset=utf-8");
    reply.header("content-security-policy", "default-src 'none'; style-src 'self'; img-src data:");
    if (article === undefined) {
      const locale = messages.locales[0] ?? "ar";
      const missing = word(locale, "page-missing");
      return reply.code(404).send(page(locale, missing, `<h1>${missing}</h1>`));
    }
    const locale = messages.nearest(article.language, "en");
    const calendar = locale === "ar" ? "both" : "gregorian";
    const day = formatDay(new Date(article.published), {
      locale,
      zone,
      calendar,
      hijriShift,
      country: countryOf(zone),
      digits: "auto",
    });
    const link =
      article.url !== undefined && /^https?:\/\//i.test(article.url)
        ? `<a href="${escapeHtml(article.url)}" rel="noopener noreferrer">${word(locale, "button-source")}</a>`
        : "";
    const source = article.source === "" ? "" : `<bdi>${escapeHtml(article.source)}</bdi>`;
    const origin = [source, escapeHtml(day), link].filter((piece) => piece !== "").join(" · ");
    const body = [
      `<h1>${escapeHtml(article.title)}</h1>`,
      `<p class="origin">${origin}</p>`,
      ...paragraphs(article).map((paragraph) => `<p>${paragraph}</p>`),
    ];
    return page(article.language, escapeHtml(article.title), body.join("\n"));
  });
  app.get("/web/page.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(style));
}

/** The text's paragraphs as HTML, the chosen sentences inside <mark>, by their stored offsets. */
function paragraphs({ text, summary }: Article): readonly string[] {
  const chosen = summary.sentences.slice(0, marked).toSorted((a, b) => a.start - b.start);
  let shown = "";
  let at = 0;
  for (const { start, end } of chosen) {
    shown += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return `${shown}${escapeHtml(text.slice(at))}`.split("\n\n");
}

/** `title` and `body` are HTML. */
function page(language: string, title: string, body: string): string {
  const direction = language === "ar" ? "rtl" : "ltr";
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/web/page.css">
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

const style = `:root { color-scheme: light dark; }
body { margin: 0; font-family: "Noto Naskh Arabic", "Amiri", "Segoe UI", Tahoma, system-ui, sans-serif; line-height: 1.9; }
main { max-width: 38rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.5; }
.origin { color: color-mix(in srgb, currentColor 65%, transparent); font-size: 0.95rem; }
mark { background: color-mix(in srgb, #f5c542 40%, transparent); color: inherit; border-radius: 0.2em; }
`;
