// Reads the events that were written by hand, with the others near them, in the order of publication.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const read = (name) =>
  parse(readFileSync(new URL(`../../tests/fixtures/stories/${name}.yaml`, import.meta.url), "utf8"));

export function readWritten() {
  const told = read("events").flatMap(({ event, versions }) =>
    versions.map((version) => ({ ...version, event })),
  );
  const others = read("negatives").map((one, at) => ({ ...one, event: `other-${at}` }));
  return [...told, ...others]
    .toSorted((a, b) => (a.published < b.published ? -1 : 1))
    .map((article, at) => ({ ...article, id: at + 1, language: "ar" }));
}
