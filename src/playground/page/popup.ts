// A panel a button opens: Escape or a press outside closes it, the arrow keys move among its items.

/** Ties a button to its panel; gives the function that closes it. */
export function tiePopup(button: HTMLButtonElement, panel: HTMLElement): () => void {
  const items = (): HTMLElement[] =>
    [...panel.querySelectorAll<HTMLElement>("a[href], button")].filter((item) => item.offsetParent !== null);

  function set(isOpen: boolean): void {
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) items()[0]?.focus();
  }
  const close = (): void => set(false);

  function move(event: KeyboardEvent): void {
    const all = items();
    const at = all.findIndex((item) => item.matches(":focus"));
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  }

  set(false);
  button.addEventListener("click", () => set(panel.hidden === true));
  panel.addEventListener("keydown", move);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    close();
    button.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) close();
  });
  return close;
}
