// How often a property is tried: a fifth of the number that it asks for, and all of it in `npm run test:long`.

/** For fast-check's `fc.assert`. */
export const runs = (most: number): { readonly numRuns: number } => ({
  numRuns: process.env["LONG_SUITE"] === "1" ? most : Math.ceil(most / 5),
});
