// The contract of an abbreviation: what a full stop after it may mean.

/**
 * "title" never ends a sentence; "any" ends one where the next can begin; "unit" is the same, but only behind a figure;
 * "name", of a state, an agency or a firm, ends one only where the next plainly begins: a noun may follow a name.
 */
export type AbbreviationKind = "title" | "unit" | "any" | "name";
