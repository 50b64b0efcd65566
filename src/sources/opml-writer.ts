// Writes OPML, the list of feeds that feed readers exchange.

/** What of a source is written. */
export interface OpmlSource {
  readonly url: string;
  readonly name: string;
  /** The first topic is its folder, more than one are its categories; a source without one stands at the top. */
  readonly topics: readonly string[];
}

/** OPML 2.0. Every source once, in the order given within its folder; folders in the order of their first source. */
export function writeOpml(
  sources: readonly OpmlSource[],
  about: { readonly title: string; readonly created: Date },
): string {
  const folders = new Map<string, OpmlSource[]>();
  for (const source of sources) {
    const folder = source.topics[0] ?? "";
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  const body = [...folders].flatMap(([folder, members]) =>
    folder === ""
      ? members.map((one) => `    ${writeOutline(one)}`)
      : [
          `    <outline text="${escapeXml(folder)}" title="${escapeXml(folder)}">`,
          ...members.map((one) => `      ${writeOutline(one)}`),
          "    </outline>",
        ],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    `    <title>${escapeXml(about.title)}</title>`,
    `    <dateCreated>${about.created.toUTCString()}</dateCreated>`,
    "  </head>",
    "  <body>",
    ...body,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function writeOutline({ url, name, topics }: OpmlSource): string {
  const text = escapeXml(name);
  const all = topics.length < 2 ? "" : ` category="${escapeXml(topics.join(","))}"`;
  return `<outline type="rss" text="${text}" title="${text}" xmlUrl="${escapeXml(url)}"${all}/>`;
}

/** Controls, which no XML may hold, become spaces. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
