// In which languages, themes and sizes pages are looked at: all in `npm run test:long`; in `npm test` each of them once.
import { desktop, phone, type Window } from "./chromium.ts";

export interface Look {
  readonly lang: "ar" | "en";
  readonly colorScheme: "light" | "dark";
  readonly size: "phone" | "desktop";
}

export const sizes: Readonly<Record<Look["size"], Window>> = { phone, desktop };

const each = <Value>(...values: readonly Value[]): readonly Value[] => values;

const isLong = process.env["LONG_SUITE"] === "1";

export const looks: readonly Look[] = isLong
  ? each<Look["lang"]>("ar", "en").flatMap((lang) =>
      each<Look["colorScheme"]>("light", "dark").flatMap((colorScheme) =>
        each<Look["size"]>("phone", "desktop").map((size) => ({ lang, colorScheme, size })),
      ),
    )
  : [
      { lang: "ar", colorScheme: "light", size: "phone" },
      { lang: "en", colorScheme: "dark", size: "desktop" },
    ];

/** For pages whose language is not chosen. */
export const plainLooks = looks.filter(
  ({ size, colorScheme }, at) =>
    looks.findIndex((other) => other.size === size && other.colorScheme === colorScheme) === at,
);

/** What is looked at in one of several looks: all of it in `npm run test:long`, in `npm test` each in one, by turns. */
export const inTurn = <One, Item>(all: readonly One[], one: One, items: readonly Item[]): readonly Item[] =>
  items.filter((_, index) => isLong || index % all.length === all.indexOf(one));

export const themes = [...new Set(looks.map(({ colorScheme }) => colorScheme))];

/** Tables that a look cannot hold and that scroll sideways in it, as a list of their names, for `evaluate`. */
export const scrollingSideways = `[...document.querySelectorAll(".wide")]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
  .map((one) => one.getAttribute("aria-label"))`;
