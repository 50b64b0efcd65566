// Writes one element of a feed anew as sound XML: its fields stay, and whatever markup stands in them becomes text.
import { type Attribute, localName, type Tag } from "./scan.ts";

export interface ElementWriter {
  /** The whole element, everything closed. */
  xml(): string;
  open(tag: Tag): void;
  /** True when the element itself ended. */
  close(name: string): boolean;
  text(text: string, isLiteral: boolean): void;
  /** True once it was nested deeper than {@link maxDepth}; what came later is not in it. */
  isTooDeep(): boolean;
}

/** Levels of markup inside one field. Real articles stay below 60; without a bound the search for an open tag is not linear. */
export const maxDepth = 256;

/** Of one element; later ones are passed over. An article with 100 pictures and 100 keywords stays below. */
const maxFields = 300;

/** RSS 1.0 lists its entries in the head once more; nothing is read of the list. */
const unread = new Set(["items"]);

/** They hold fields of their own. */
const groups = new Set(["author", "atom:author", "contributor", "media:group", "media:content"]);

/** Fields of one line: another field that opens inside them shows that they were not closed. */
const lines = new Set(
  "title link guid pubdate id updated published issued modified created category dc:date dc:creator dc:subject".split(
    " ",
  ),
);

/** Fields of an entry whose names HTML does not have: inside an article's text they show that it was not closed. */
const fields = new Set(
  "guid pubdate description author comments enclosure id updated published issued modified category content content:encoded".split(
    " ",
  ),
);

/** HTML elements that are never closed. */
const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

export function createElementWriter(name: string, attributes: readonly Attribute[]): ElementWriter {
  let xml = `<${name}${writeAttributes(attributes)}>`;
  const open: string[] = [];
  let field: string | undefined;
  let isUnread = false;
  let count = 0;
  const inner: string[] = [];
  let isTooDeep = false;

  const closeField = (): void => {
    if (field !== undefined && !isUnread) xml += `</${writtenName(field)}>`;
    field = undefined;
    inner.length = 0;
  };
  const closeTo = (depth: number): void => {
    closeField();
    while (open.length > depth) xml += `</${open.pop()}>`;
  };
  const endsField = (tag: Tag): boolean => {
    if (field === undefined || inner.length > 8) return false;
    const isKnown = fields.has(tag.name) || /^(?:dc|media):/.test(tag.name);
    return lines.has(field) ? isKnown || lines.has(tag.name) : fields.has(field) && isKnown;
  };

  return {
    xml: () => {
      closeTo(0);
      return `${xml}</${name}>`;
    },
    isTooDeep: () => isTooDeep,

    open(tag) {
      if (isTooDeep) return;
      if (endsField(tag)) closeField();
      if (field === undefined) {
        const isGroup = groups.has(tag.name);
        isUnread = ++count > maxFields || unread.has(tag.name);
        if (isUnread) {
          if (!tag.isSelfClosing) field = tag.name;
          return;
        }
        xml += `<${writtenName(tag.name)}${writeAttributes(tag.attributes)}>`;
        if (tag.isSelfClosing) xml += `</${writtenName(tag.name)}>`;
        else if (isGroup) open.push(tag.name);
        else field = tag.name;
        isTooDeep = open.length > maxDepth;
        return;
      }
      const local = localName(tag.name);
      if (!isUnread)
        xml += escapeXml(`<${local}${writeAttributes(tag.attributes)}${tag.isSelfClosing ? "/" : ""}>`);
      if (!tag.isSelfClosing && !voids.has(local)) inner.push(local);
      isTooDeep = inner.length > maxDepth;
    },

    close(closed) {
      if (isTooDeep) return closed === name;
      const local = localName(closed);
      const depth = inner.lastIndexOf(local);
      if (field !== undefined && depth >= 0) {
        inner.length = depth;
        if (!isUnread) xml += escapeXml(`</${local}>`);
        return false;
      }
      if (closed === field) {
        closeField();
        return false;
      }
      if (closed === name) return true;
      const at = open.lastIndexOf(closed);
      if (at >= 0) closeTo(at);
      return false;
    },

    text(text, isLiteral) {
      if (isTooDeep || isUnread || field === undefined) return;
      // Text among the field's own markup is HTML already, so its entities stay; else they are those of the XML.
      const written = isLiteral ? escapeXml(text) : mendEntities(text);
      xml += inner.length > 0 && !isLiteral ? escapeXml(written) : written;
    },
  };
}

/** feedsmith's XML parser refuses a whole document for these names. */
function writtenName(name: string): string {
  return /^(?:__proto__|constructor|prototype)$/.test(name) ? "unknown" : name;
}

export function writeAttributes(attributes: readonly Attribute[]): string {
  return attributes
    .filter(({ name }) => /^[A-Za-z_][\w.:-]*$/.test(name) && name.toLowerCase() !== "xmlns")
    .map(({ name, value }) => ` ${name}="${mendEntities(value).replace(/"/g, "&quot;")}"`)
    .join("");
}

/** An ampersand that begins no entity is only an ampersand. */
function mendEntities(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
