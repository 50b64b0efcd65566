// Takes a feed apart into its head and its entries, each a small sound document of its own, whatever is broken around it.
import { createElementWriter, type ElementWriter, writeAttributes } from "./element.ts";
import { type Attribute, localName, scan, type Tag } from "./scan.ts";

export interface MendedEntry {
  /** A feed with this entry alone. */
  readonly xml: string;
  /** Offset of its beginning in the text. */
  readonly start: number;
  readonly trouble?: "cut" | "deep";
}

export interface MendedFeed {
  readonly kind: "rss" | "rdf" | "atom";
  /** The feed without its entries. */
  readonly head: string;
  /** The first `maxEntries`. */
  readonly entries: readonly MendedEntry[];
  /** Entries that came after those. */
  readonly leftOut: number;
}

export type Mended = MendedFeed | { readonly kind: "other"; readonly root: string | undefined };

const roots: ReadonlyMap<string, MendedFeed["kind"]> = new Map([
  ["rss", "rss"],
  ["channel", "rss"],
  ["rdf", "rdf"],
  ["feed", "atom"],
]);

/** Where one of these comes first, a feed inside it is an example on a page. */
const pageTags = new Set(["html", "head", "body"]);

/**
 * Takes softened text. Never throws; time grows with the length alone. An entry that is not closed ends where the next one begins, and one
 * that the end of the text cut is marked. Without a feed's root: the name of the first element, undefined for none.
 */
export function mendFeed(text: string, maxEntries: number): Mended {
  let kind: MendedFeed["kind"] | undefined;
  let first: string | undefined;
  let isPage = false;
  let frame = { name: "rss", attributes: "" };
  let channel: Tag | undefined;
  let head: ElementWriter | undefined;
  let entry: { readonly writer: ElementWriter; readonly name: string; readonly start: number } | undefined;
  let isHeadOpen = true;
  const entries: MendedEntry[] = [];
  let total = 0;

  const wrap = (inner: string): string => {
    const attributes = channel === undefined ? "" : writeAttributes(channel.attributes);
    const body = kind === "rss" ? `<channel${attributes}>${inner}</channel>` : inner;
    return `<${frame.name}${frame.attributes}>${body}</${frame.name}>`;
  };
  const endEntry = (isCut: boolean): void => {
    if (entry === undefined) return;
    const trouble = entry.writer.isTooDeep() ? "deep" : isCut ? "cut" : undefined;
    const xml = trouble === undefined ? wrap(entry.writer.xml()) : "";
    entries.push({ xml, start: entry.start, ...(trouble !== undefined && { trouble }) });
    entry = undefined;
  };
  const openRoot = (tag: Tag): void => {
    const local = localName(tag.name);
    first ??= tag.name;
    isPage ||= pageTags.has(tag.name);
    kind = isPage ? undefined : roots.get(local);
    if (kind === undefined) return;
    const attributes = declareOwn(tag, kind);
    if (local !== "channel") frame = { name: tag.name, attributes: writeAttributes(attributes) };
    if (kind === "atom") head = createElementWriter(tag.name, attributes);
    if (local === "channel") openChannel(tag);
  };
  const openChannel = (tag: Tag): void => {
    if (channel === undefined && kind === "rss")
      frame = { ...frame, attributes: joinAttributes(frame.attributes, tag) };
    channel ??= tag;
    head ??= createElementWriter("channel", tag.attributes);
  };
  const openEntry = (tag: Tag): void => {
    endEntry(false);
    total++;
    if (total > maxEntries) return;
    const writer = createElementWriter(tag.name, tag.attributes);
    entry = { writer, name: tag.name, start: tag.start };
    if (tag.isSelfClosing) endEntry(false);
  };

  scan(text, {
    open(tag) {
      if (kind === undefined) openRoot(tag);
      else if (localName(tag.name) === (kind === "atom" ? "entry" : "item")) openEntry(tag);
      else if (entry !== undefined) entry.writer.open(tag);
      else if (total > maxEntries) return;
      else if (kind !== "atom" && tag.name === "channel" && head === undefined) openChannel(tag);
      else if (isHeadOpen) head?.open(tag);
    },
    close(name) {
      const isEnd = name === frame.name || (kind !== "atom" && name === "channel");
      if (entry !== undefined && (entry.writer.close(name) || isEnd)) endEntry(false);
      else if (entry === undefined && isHeadOpen && head?.close(name)) isHeadOpen = false;
    },
    text(part, isLiteral) {
      if (entry !== undefined) entry.writer.text(part, isLiteral);
      else if (isHeadOpen && total <= maxEntries) head?.text(part, isLiteral);
    },
  });
  endEntry(true);

  if (kind === undefined) return { kind: "other", root: first };
  const written = head?.xml() ?? "<channel></channel>";
  const whole = kind === "atom" ? written : `<${frame.name}${frame.attributes}>${written}</${frame.name}>`;
  return { kind, head: whole, entries, leftOut: Math.max(0, total - maxEntries) };
}

/** feedsmith looks for xml:base and xml:lang on the root alone; publishers write them on the channel. */
function joinAttributes(root: string, channel: Tag): string {
  const added = channel.attributes.filter(({ name }) => /^xml:/i.test(name) && !root.includes(` ${name}=`));
  return root + writeAttributes(added);
}

const namespaces = {
  rss: "http://purl.org/rss/1.0/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  atom: "http://www.w3.org/2005/Atom",
};

/** The root's attributes, its own prefix declared as it should be: feedsmith knows "rdf:RDF" by the declaration alone. */
function declareOwn({ name, attributes }: Tag, kind: MendedFeed["kind"]): readonly Attribute[] {
  if (!name.includes(":")) return attributes;
  const own = `xmlns:${name.slice(0, name.indexOf(":"))}`;
  return [
    ...attributes.filter((one) => one.name.toLowerCase() !== own),
    { name: own, value: namespaces[kind] },
  ];
}
