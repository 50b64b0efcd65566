// News of invented words for tests: as long as asked, each unlike the others, the same at every run.

const letters = [..."بتثجحخدذرزسشصضطظعغفقكلمنهي"];

/** A word of six letters that look like Arabic and mean nothing; hardly any other number has it. */
function wordOf(number: number): string {
  let state = (number + 1) * 2_654_435_761;
  let word = "";
  for (let place = 0; place < 6; place += 1) {
    // The steps of a generator by Lehmer: the same at every run, and spread over all letters.
    state = (state * 48_271) % 2_147_483_647;
    word += letters[state % letters.length] ?? "";
  }
  return word;
}

export interface News {
  readonly title: string;
  /** Whole sentences. */
  readonly text: string;
}

/** The `number`th news, of about so many words; below a hundred it passes for an excerpt. */
export function newsOf(number: number, words = 120): News {
  const word = (place: number): string => wordOf(number * 1009 + place * 17);
  const title = Array.from({ length: 6 }, (_, place) => word(place + 500)).join(" ");
  const sentences: string[] = [];
  for (let place = 0; place < words; place += 12) {
    sentences.push(`${Array.from({ length: 12 }, (_, at) => word(place + at)).join(" ")}.`);
  }
  return { title, text: sentences.join(" ") };
}
