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
  new ResizeObserver(() => {
    if (quote.classList.contains("open")) return;
    const isLong = body.scrollHeight > body.clientHeight + 2;
    quote.classList.toggle("long", isLong);
    toggle.hidden = !isLong;
  }).observe(body);
  return quote;
}
