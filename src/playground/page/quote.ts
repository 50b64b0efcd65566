// The expandable quote: three lines with a fade, and a button that shows the rest.
import { make } from "./dom.ts";
import { words } from "./words.ts";

/** A quote that opens and closes; one short enough to show whole gets no button. */
export function makeQuote(nodes: readonly Node[]): HTMLElement {
  const body = make("div", { class: "quote-body" }, ...nodes);
  const toggle = make(
    "button",
    { type: "button", class: "quote-toggle", "aria-expanded": "false" },
    words.showMore,
  );
  const quote = make("blockquote", { class: "expandable", dir: "auto" }, body, toggle);
  toggle.addEventListener("click", () => {
    const isOpen = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(isOpen));
    toggle.textContent = isOpen ? words.showLess : words.showMore;
  });
  measured.observe(body);
  return quote;
}

/** Of a quote's body: whether it has more lines than are shown; undefined while it is open. */
function isLongNow(body: Element): boolean | undefined {
  if (body.parentElement?.classList.contains("open") !== false) return undefined;
  return body.scrollHeight > body.clientHeight + 2;
}

/** One for all quotes: all are measured before one is changed, so that a screen of them is laid out once. */
const measured = new ResizeObserver((entries) => {
  const found = entries.map(({ target }) => [target, isLongNow(target)] as const);
  for (const [{ parentElement, nextElementSibling: toggle }, isLong] of found) {
    if (isLong === undefined) continue;
    parentElement?.classList.toggle("long", isLong);
    toggle?.toggleAttribute("hidden", !isLong);
  }
});
