// Reads markup tag by tag, however broken it is; nothing is nested yet, and so nothing can be too deep.
import { Tokenizer } from "htmlparser2";

export interface Attribute {
  /** As written, prefix included. */
  readonly name: string;
  /** As written: entities are not decoded. */
  readonly value: string;
}

export interface Tag {
  /** Lower case, prefix included. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly isSelfClosing: boolean;
  /** Offset of its "<" in the text. */
  readonly start: number;
}

export interface Listener {
  open(tag: Tag): void;
  /** Lower case, prefix included. */
  close(name: string): void;
  /** Entities are not decoded; those of a CDATA section are none. */
  text(text: string, isLiteral: boolean): void;
}

/** Of one tag; later ones are passed over. The roots of real feeds have up to 30, most of them namespaces. */
const maxAttributes = 100;

/**
 * Tells the listener what stands in the text, in order. Comments, declarations and processing instructions are passed
 * over, so entities that a document declares are never expanded. Time grows with the length alone.
 */
export function scan(text: string, listener: Listener): void {
  let name = "";
  let start = 0;
  let attributes: Attribute[] = [];
  let attribute = "";
  let value = "";
  const open = (isSelfClosing: boolean): void => listener.open({ name, attributes, isSelfClosing, start });
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, to) {
        name = text.slice(from, to).toLowerCase();
        start = from - 1;
        attributes = [];
      },
      onattribname(from, to) {
        attribute = text.slice(from, to);
        value = "";
      },
      onattribdata(from, to) {
        value += text.slice(from, to);
      },
      onattribend() {
        if (attributes.length < maxAttributes) attributes.push({ name: attribute, value });
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (from, to) => listener.close(text.slice(from, to).toLowerCase()),
      ontext: (from, to) => listener.text(text.slice(from, to), false),
      oncdata: (from, to, endOffset) => listener.text(text.slice(from, to - endOffset), true),
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onattribentity() {},
      ontextentity() {},
      onend() {},
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

/** Without the prefix: "entry" of "atom:entry". */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
