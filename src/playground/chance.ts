// Chance that can be played again: the same seed, chat and count of its calls give the same draw, in whatever order chats call.

/** A number from 0 up to 1 out of whole numbers (the finalizer of MurmurHash3, over each in turn). */
export function draw(...numbers: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const number of numbers) {
    // Ids of chats have more than 32 bits.
    for (const half of [number % 2 ** 32, Math.trunc(number / 2 ** 32)]) {
      state = mix(Math.imul(state, 31) + half);
    }
  }
  return (state >>> 0) / 2 ** 32;
}

function mix(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
