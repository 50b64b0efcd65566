// The contract of an abbreviation: what a full stop after it may mean.

/**
 * "title" never ends a sentence; "any" ends one where the next can begin; "unit" is the same, but only behind a figure.
 */
export type AbbreviationKind = "title" | "unit" | "any";
