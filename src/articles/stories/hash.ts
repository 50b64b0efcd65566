// Turns words into numbers of 32 bits, so that a print is small and an index quick.

/** FNV-1a over UTF-16 units with the last mixing of MurmurHash3; signed, for V8 keeps such numbers without a box. */
export function hash(text: string, seed = 0): number {
  let mixed = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mix(mixed);
}

/** Every bit of the result hangs on every bit of the number. */
export function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
