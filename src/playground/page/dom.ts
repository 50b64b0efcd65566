// Small ways to find and make elements; text goes in as text nodes only, never as HTML.

/** The element with this id; the page cannot work without it, so a missing one is thrown. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no #${id} of the right kind.`);
  return found;
}

/** A new element with attributes and children; a string child becomes a text node. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The address if it is safe to put in a link, else null: `javascript:` and its like never pass. */
export function toSafeLink(address: string): string | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(address);
  const full = hasScheme ? address : `https://${address}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return ["http:", "https:", "mailto:", "tg:"].includes(url.protocol) ? url.href : null;
}

/** The first letter of a name, for its round avatar. */
export function toInitial(name: string): string {
  return [...name.trim()].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? "•";
}
