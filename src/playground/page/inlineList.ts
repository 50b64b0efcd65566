// The list of inline results above the composer: arrows move in it while the cursor stays in the box.
import type { Offers } from "./contract.ts";
import { byId, make } from "./dom.ts";
import { words } from "./words.ts";

/** True when the result was sent. */
export type Choose = (queryId: string, resultId: string) => Promise<boolean>;

export interface InlineList {
  isOpen(): boolean;
  /** Says one thing instead of results. */
  note(text: string): void;
  /** `more` fetches the next page, where there is one. */
  show(offers: Offers, isNextPage: boolean, more: () => void): void;
  close(): void;
  /** True for a key that the list takes. */
  onKey(key: string): boolean;
}

const makeNote = (text: string): HTMLElement => make("p", { class: "note", role: "status" }, text);

export function createInlineList(input: HTMLTextAreaElement, choose: Choose): InlineList {
  const panel = byId("inline", HTMLElement);
  const options = (): HTMLElement[] => [...panel.querySelectorAll<HTMLElement>("[role=option]")];

  function set(isOpen: boolean): void {
    panel.hidden = !isOpen;
    if (!isOpen) panel.replaceChildren();
    activate(undefined);
  }
  function activate(option: HTMLElement | undefined): void {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  }
  function makeOption(id: string, nodes: readonly Node[], onChoose: () => void): HTMLElement {
    const option = make("div", { role: "option", id, class: "offer", "aria-selected": "false" }, ...nodes);
    // The cursor stays in the box.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", onChoose);
    return option;
  }

  return {
    isOpen: () => !panel.hidden,
    note(text) {
      set(true);
      panel.replaceChildren(makeNote(text));
    },
    show({ queryId, results, nextOffset }, isNextPage, more) {
      const begun = isNextPage ? options().filter((each) => each.dataset["more"] === undefined) : [];
      const fresh = results.map(({ id, title, description = "" }, index) =>
        makeOption(
          `offer-${begun.length + index}`,
          [
            make("span", { class: "title", dir: "auto" }, title),
            make("span", { class: "about", dir: "auto" }, description),
          ],
          () => void choose(queryId, id),
        ),
      );
      const last = nextOffset === "" ? [] : [makeOption("offer-more", [new Text(words.moreResults)], more)];
      for (const option of last) option.dataset["more"] = "";
      const all = [...begun, ...fresh, ...last];
      set(true);
      panel.replaceChildren(...(all.length > 0 ? all : [makeNote(words.noResults)]));
      if (!isNextPage) panel.scrollTop = 0;
    },
    close: () => set(false),
    onKey(key) {
      const all = options();
      const at = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
      if (key === "Escape") set(false);
      else if (key === "ArrowDown") activate(all[(at + 1) % all.length]);
      else if (key === "ArrowUp") activate(all.at(at <= 0 ? -1 : at - 1));
      else if (key === "Enter" && at >= 0) all[at]?.click();
      else return false;
      return true;
    },
  };
}
