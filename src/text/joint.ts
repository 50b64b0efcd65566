// What parts short facts on one line: an outlet, a day, a command.

/** In Arabic a dash: a middle dot before a number would be read as the digit zero, «٠», and 1 November as 10 November. */
export const jointOf = (locale: string): string => (locale.startsWith("ar") ? "–" : "·");

/** The pieces on one line in their order, without those that are empty. */
export const joinFacts = (locale: string, pieces: readonly string[]): string =>
  pieces.filter((piece) => piece !== "").join(` ${jointOf(locale)} `);
