// The npm stemmers that the project's own Arabic stemmer is compared with.
import { normalize } from "../../dist/text/normalize.js";
import { startInstalled } from "./installed.js";

/**
 * Resolves to `{ stemmers: [{ name, version, stem(word) }], missing: [{ name, reason }] }`. A word comes as written, since
 * these stemmers know its alef forms and vowels themselves; what they leave of it is normalised.
 */
export async function loadStemmers() {
  const { started, missing } = await startInstalled([
    { name: "@orama/stemmers", start: orama },
    { name: "snowball-stemmers", start: snowball },
  ]);
  return { stemmers: started, missing };
}

async function orama() {
  const { stemmer } = await import("@orama/stemmers/arabic");
  return { stem: (word) => normalize(stemmer(word)) };
}

async function snowball() {
  const { default: factory } = await import("snowball-stemmers");
  const stemmer = factory.newStemmer("arabic");
  return { stem: (word) => normalize(stemmer.stem(word)) };
}
