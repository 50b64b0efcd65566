// The list of the articles that hold one term, two to four bytes an article: a Map of them takes some forty.

/** Articles are known here by their place, a number that only rises; each has one byte that tells how it holds the term. */
export interface Postings {
  readonly term: string;
  /** Articles in the list, those removed since the last sweep too. */
  count: number;
  /** The place of the newest article, -1 for none. */
  last: number;
  /** For each article the distance from the place before (7 bits a byte, the highest bit: more follows), then its byte. */
  bytes: Uint8Array;
  used: number;
}

/** Small arrays lie inside the heap's own pages and cost no buffer. */
const firstBytes = 6;

export function createPostings(term: string): Postings {
  return { term, count: 0, last: -1, bytes: new Uint8Array(firstBytes), used: 0 };
}

/** Adds an article. Its place must be higher than all before it. */
export function addPosting(postings: Postings, place: number, how: number): void {
  let distance = place - postings.last;
  if (postings.used + 6 > postings.bytes.length) grow(postings);
  const { bytes } = postings;
  while (distance > 0x7f) {
    bytes[postings.used++] = (distance & 0x7f) | 0x80;
    distance >>>= 7;
  }
  bytes[postings.used++] = distance;
  bytes[postings.used++] = how;
  postings.last = place;
  postings.count += 1;
}

function grow(postings: Postings): void {
  const needed = postings.used + 6;
  const larger = new Uint8Array(Math.max(needed, Math.ceil(postings.bytes.length * 1.5)));
  larger.set(postings.bytes.subarray(0, postings.used));
  postings.bytes = larger;
}

/** Calls `visit` for each article, in order of place. */
export function eachPosting({ bytes, used }: Postings, visit: (place: number, how: number) => void): void {
  let place = -1;
  for (let at = 0; at < used; ) {
    let distance = 0;
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    while (byte > 0x7f) {
      distance |= (byte & 0x7f) << shift;
      shift += 7;
      byte = bytes[at++] ?? 0;
    }
    place += distance | (byte << shift);
    visit(place, bytes[at++] ?? 0);
  }
}

/** Leaves only the articles that are kept. */
export function sweepPostings(postings: Postings, isKept: (place: number) => boolean): void {
  const kept = createPostings(postings.term);
  eachPosting(postings, (place, how) => {
    if (isKept(place)) addPosting(kept, place, how);
  });
  Object.assign(postings, kept);
}
