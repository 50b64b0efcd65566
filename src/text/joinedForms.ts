// How Arabic letters stand in a word: the code points of their joined shapes, by which their width is known.

/** The shapes of a letter: alone, joined to what is before it, to what is after it, to both. */
type Forms = readonly number[];

/** The letters that join on both sides have four shapes, those that only follow have two, lam-alef is one shape of two letters. */
const forms: ReadonlyMap<string, Forms> = readForms();

const tatweel = "ـ";
const zeroWidthJoiner = "\u200d";

/** Marks do not keep letters apart: «مُحَمَّد» (Muhammad) is joined as «محمد». */
const isMark = (character: string): boolean => /^\p{M}$/u.test(character);

/**
 * Unicode's presentation forms hold every shape as a character of its own, which NFKC leads back to the letter; those of
 * block B, the common letters, overrule those of block A. https://www.unicode.org/charts/PDF/UFE70.pdf
 */
function readForms(): ReadonlyMap<string, Forms> {
  const found = new Map<string, Forms>();
  for (const [first, last] of [
    [0xfb50, 0xfbb1],
    [0xfbd3, 0xfbff],
    [0xfe80, 0xfefc],
  ] as const) {
    const block = new Map<string, number[]>();
    for (let shape = first; shape <= last; shape += 1) {
      const letter = String.fromCodePoint(shape).normalize("NFKC");
      block.set(letter, [...(block.get(letter) ?? []), shape]);
    }
    for (const [letter, shapes] of block) found.set(letter, shapes);
  }
  return found;
}

function formsOf(character: string | undefined): Forms {
  return (character === undefined ? undefined : forms.get(character)) ?? [];
}

const joinsNext = (character: string | undefined): boolean =>
  character === tatweel || character === zeroWidthJoiner || formsOf(character).length === 4;

const joinsBefore = (character: string | undefined): boolean =>
  character === tatweel || character === zeroWidthJoiner || formsOf(character).length >= 2;

/**
 * The code points as a font draws them, marks left out: «لا» (no) is one, U+FEFB. What does not join stays as it is.
 */
export function joinedForms(text: string): readonly number[] {
  const letters = [...text].filter((character) => !isMark(character));
  const drawn: number[] = [];
  let isJoined = false;
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? "";
    const ligature = letter === "ل" ? formsOf(letter + (letters[at + 1] ?? "")) : [];
    if (ligature.length === 2) {
      drawn.push(ligature[isJoined ? 1 : 0] ?? 0);
      isJoined = false;
      at += 1;
      continue;
    }
    const shapes = formsOf(letter);
    const isHeld = joinsNext(letter) && joinsBefore(letters[at + 1]);
    const shape = shapes[(isJoined ? 1 : 0) + (isHeld ? 2 : 0)] ?? letter.codePointAt(0);
    drawn.push(shape ?? 0);
    isJoined = isHeld;
  }
  return drawn;
}
