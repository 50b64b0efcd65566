// Turns a message's text and entities into safe DOM nodes, keeping every character of the text.
import type { Entity } from "./contract.ts";
import { make, toSafeLink } from "./dom.ts";
import { makeQuote } from "./quote.ts";
import { words } from "./words.ts";

/** What a tapped bot command does. */
export type OnCommand = (command: string) => void;

const tags = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  custom_emoji: "span",
  code: "code",
  pre: "pre",
} as const;

const isBlock = ({ type }: Entity): boolean =>
  type === "pre" || type === "blockquote" || type === "expandable_blockquote";

/** A link-like button as an inline element: a real button would break the line's bidi run and its wrapping. */
function makeTappable(className: string, nodes: readonly Node[], onTap: () => void): HTMLElement {
  const node = make("a", { role: "button", tabindex: "0", class: className }, ...nodes);
  node.addEventListener("click", onTap);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onTap();
  });
  return node;
}

function makeSpoiler(nodes: readonly Node[]): HTMLElement {
  const node = makeTappable("spoiler", nodes, () => {
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  });
  node.setAttribute("aria-label", words.spoiler);
  return node;
}

function makeLink(address: string, nodes: readonly Node[]): HTMLElement {
  const href = toSafeLink(address);
  if (href === null) return make("span", {}, ...nodes);
  return make("a", { class: "link", href, target: "_blank", rel: "noopener noreferrer" }, ...nodes);
}

function wrap(entity: Entity, covered: string, nodes: readonly Node[], onCommand: OnCommand): HTMLElement {
  switch (entity.type) {
    case "blockquote":
      return make("blockquote", { dir: "auto" }, ...nodes);
    case "expandable_blockquote":
      return makeQuote(nodes);
    case "spoiler":
      return makeSpoiler(nodes);
    case "text_link":
      return makeLink(entity.url ?? "", nodes);
    case "url":
      return makeLink(covered, nodes);
    case "bot_command": {
      const node = makeTappable("link command", nodes, () => onCommand(covered));
      node.dataset["command"] = covered;
      return node;
    }
    default:
      return make(tags[entity.type], {}, ...nodes);
  }
}

/** The entities inside a stretch; one that reaches over its end is cut there, its rest stays for the next stretch. */
function cut(entities: readonly Entity[], from: number, to: number): Entity[] {
  return entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from);
    const end = Math.min(entity.offset + entity.length, to);
    return start < end ? [{ ...entity, offset: start, length: end - start }] : [];
  });
}

function render(
  text: string,
  from: number,
  to: number,
  entities: readonly Entity[],
  onCommand: OnCommand,
): Node[] {
  const [outer, ...others] = cut(entities, from, to).sort(
    (a, b) => a.offset - b.offset || b.length - a.length,
  );
  if (!outer) return from < to ? [document.createTextNode(text.slice(from, to))] : [];
  const end = outer.offset + outer.length;
  const inner = render(text, outer.offset, end, others, onCommand);
  // A block ends its own line, so the line feed after it would show as an empty line.
  const next = isBlock(outer) && text[end] === "\n" ? end + 1 : end;
  return [
    ...render(text, from, outer.offset, [], onCommand),
    wrap(outer, text.slice(outer.offset, end), inner, onCommand),
    ...render(text, next, to, others, onCommand),
  ];
}

/** The nodes of a message's text; entities may nest, and ones that cross are split. Empty text gives no nodes. */
export function renderText(text: string, entities: readonly Entity[], onCommand: OnCommand): Node[] {
  return render(text, 0, text.length, entities, onCommand);
}
