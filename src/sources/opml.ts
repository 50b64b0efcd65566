// Reads OPML, the list of feeds that feed readers exchange.
import { Parser } from "htmlparser2";

export { type OpmlSource, writeOpml } from "./opml-writer.ts";

export interface Outline {
  /** Absolute http(s) address of the feed. */
  readonly url: string;
  readonly title?: string;
  /** Names of the outlines around it, outermost first. */
  readonly folder: readonly string[];
  readonly siteUrl?: string;
  /** As written: "rss", "atom" or something else. */
  readonly type?: string;
  /** Of the category attribute: what the folder cannot say. */
  readonly categories?: readonly string[];
}

export interface OpmlFault {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export interface Opml {
  /** In the order of the document, each address once. */
  readonly outlines: readonly Outline[];
  readonly faults: readonly OpmlFault[];
}

/** Deeper folders are read no further: the parser's time grows with the square of the depth. */
const maxDepth = 200;
const chunk = 4096;

/**
 * Never throws. Takes text: the caller decodes the bytes. Names of elements and attributes count in any case, an outline
 * without an address is a folder, and what is broken around outlines does not matter: unescaped ampersands, a missing
 * head or end. `outlines` is empty only with a fault that tells why.
 */
export function parseOpml(text: string): Opml {
  const outlines: Outline[] = [];
  const faults: OpmlFault[] = [];
  const seen = new Set<string>();
  const folders: string[] = [];
  let root: string | undefined;
  let hasOpml = false;
  let depth = 0;
  // A "<" that opens nothing, as in a name, is only a sign; no line end moves.
  const sound = text.replace(/<(?!\/?[A-Za-z_]|[!?])/g, "&lt;");
  const lineAt = createLineAt(sound);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name;
        hasOpml ||= name === "opml" || name === "outline";
        depth++;
        if (name !== "outline") return;
        const title = clean(attributes["text"]) ?? clean(attributes["title"]);
        folders.push(title ?? "");
        const written = addressIn(attributes);
        if (written === undefined) return;
        const url = toUrl(written);
        if (url === undefined) {
          faults.push({ line: lineAt(parser.startIndex), ...noAddress(written) });
          return;
        }
        if (seen.has(url)) return;
        seen.add(url);
        const siteUrl = toUrl(attributes["htmlurl"]?.trim() ?? "");
        const type = clean(attributes["type"]);
        const categories = readCategories(attributes["category"]);
        outlines.push({
          url,
          ...(title !== undefined && { title }),
          folder: folders.slice(0, -1).filter((folder) => folder !== ""),
          ...(siteUrl !== undefined && { siteUrl }),
          ...(type !== undefined && { type }),
          ...(categories.length > 0 && { categories }),
        });
      },
      onclosetag(name) {
        depth--;
        if (name === "outline") folders.pop();
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < sound.length && depth <= maxDepth; at += chunk)
    parser.write(sound.slice(at, at + chunk));
  if (depth > maxDepth) faults.push({ line: lineAt(parser.startIndex), ...tooDeep });
  parser.end();
  if (!hasOpml) return { outlines: [], faults: [{ line: 1, ...notOpml(text, root) }] };
  if (outlines.length === 0 && faults.length === 0) faults.push({ line: 1, ...noFeeds });
  return { outlines, faults };
}

/** Some programs write the feed's address as `url` beside type="rss". An address is unescaped once, no more. */
function addressIn(attributes: Readonly<Record<string, string>>): string | undefined {
  const isFeed = /^(?:rss|atom|feed)$/i.test(attributes["type"] ?? "");
  return attributes["xmlurl"]?.trim() || (isFeed ? attributes["url"]?.trim() : "") || undefined;
}

/** Comma-separated; a slash before a category says only that it has no parent. */
function readCategories(written: string | undefined): string[] {
  return (written ?? "").split(",").flatMap((one) => clean(one.replace(/^\s*\//, "")) ?? []);
}

/** An ampersand that begins no entity. */
const bare = /&(?!(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);)/gi;

/** One line without entities: many programs escape twice (`&amp;quot;`) or use those of HTML. */
function clean(text: string | undefined): string | undefined {
  let decoded = text ?? "";
  if (decoded.includes("&")) {
    const parts: string[] = [];
    new Parser({ ontext: (part) => parts.push(part) }).end(
      decoded.replace(bare, "&amp;").replace(/</g, "&lt;"),
    );
    decoded = parts.join("");
  }
  const line = decoded.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

function toUrl(written: string): string | undefined {
  const address = written.replace(/^feed:(?:\/\/)?(?=https?:)/i, "").replace(/^feed:\/\//i, "http://");
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

function noAddress(written: string): Omit<OpmlFault, "line"> {
  const shown = written.length <= 60 ? written : `${written.slice(0, 59)}…`;
  return {
    message: `"${shown}" is not the address of a feed`,
    mend: "write a full address that begins with https://; the outline is left out",
  };
}

const tooDeep = {
  message: `folders are nested deeper than ${maxDepth} levels; what follows is left out`,
  mend: "close the outlines of the folders",
};

const noFeeds = {
  message: "no outline has the address of a feed",
  mend: 'write each feed as <outline type="rss" text="…" xmlUrl="https://…"/>',
};

function notOpml(text: string, root: string | undefined): Omit<OpmlFault, "line"> {
  const mend = "export the feeds from a feed reader as OPML, and give that file";
  if (text.trim() === "") return { message: "it is empty", mend };
  if (root === undefined) return { message: "it is not OPML", mend };
  return { message: `it is not OPML: it begins with <${root}>`, mend };
}

/** 1-based line of an offset. Asked in rising order, it reads the text once. */
function createLineAt(text: string): (offset: number) => number {
  let [line, counted] = [1, 0];
  return (offset) => {
    for (let end = text.indexOf("\n", counted); end >= 0 && end < offset; end = text.indexOf("\n", counted)) {
      line++;
      counted = end + 1;
    }
    return line;
  };
}
