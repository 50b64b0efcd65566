// Classes of UTF-16 units, looked up in tables: the expressions for them are the slowest part of reading a text.

const space = new Set([
  9,
  10,
  11,
  12,
  13,
  32,
  0xa0,
  0x1680,
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
  0xfeff,
  ...Array.from({ length: 11 }, (_, at) => 0x2000 + at),
]);

/** The same units as `\s` of a regular expression. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit < 14 && unit > 8) ||
    (unit >= 0xa0 && (unit === 0xa0 || unit >= 0x1680) && space.has(unit))
  );
}

const unknown = 0;
const yes = 1;
const no = 2;
/** Answers of the expression below, kept as they are asked for. */
const answers = new Uint8Array(0x10000);

/** True where a letter or digit stands; of a pair of surrogates at its first half. */
export function isLetterOrDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const known = answers[unit];
  if (known !== unknown) return known === yes;
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  const found = /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  // A half says nothing by itself: the answer depends on the other one.
  if (!isSurrogate) answers[unit] = found ? yes : no;
  return found;
}
