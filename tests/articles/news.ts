// News of invented words for tests: as long as asked, each unlike the others, the same at every run.

const consonants = [..."بتثجحخدذرزسشصضطظعغفقكلمنهي"];
const vowels = ["ا", "و", "ي", ""];

/** A word that no other number has, in letters that look like Arabic and mean nothing. */
function wordOf(number: number): string {
  const [a, b, c, d] = [number, number * 7 + 3, number * 13 + 5, number * 29 + 11].map(
    (each, place) => consonants[Math.floor(each / 26 ** (place % 2)) % consonants.length] ?? "",
  );
  return `${a}${vowels[number % 4]}${b}${c}${vowels[(number >> 2) % 4]}${d}`;
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
