// What the index remembers of each article beside its words, in columns: a search reads them for tens of thousands.

export interface Entry {
  readonly number: number;
  /** Milliseconds. */
  readonly published: number;
  readonly topics: readonly string[];
}

export interface Catalogue {
  readonly size: number;
  /** Places given so far, those of removed articles too. */
  readonly places: number;
  /** Gives the place of a new article. */
  add(entry: Entry): number;
  remove(number: number): boolean;
  has(number: number): boolean;
  /** 0 for a place whose article was removed. */
  numberAt(place: number): number;
  publishedAt(place: number): number;
  topicsAt(place: number): readonly string[];
}

export function createCatalogue(): Catalogue {
  const placeOf = new Map<number, number>();
  let numbers = new Float64Array(1024);
  let published = new Float64Array(1024);
  const topics: (readonly string[])[] = [];
  /** Many articles have the same topics: one list serves all. */
  const shared = new Map<string, readonly string[]>();

  function share(list: readonly string[]): readonly string[] {
    const key = list.join("\n");
    const known = shared.get(key);
    if (known === undefined) shared.set(key, list);
    return known ?? list;
  }

  return {
    get size() {
      return placeOf.size;
    },
    get places() {
      return topics.length;
    },
    add(entry) {
      const place = topics.length;
      if (place >= numbers.length) [numbers, published] = [doubled(numbers), doubled(published)];
      numbers[place] = entry.number;
      published[place] = entry.published;
      topics.push(share(entry.topics));
      placeOf.set(entry.number, place);
      return place;
    },
    remove(number) {
      const place = placeOf.get(number);
      if (place === undefined) return false;
      numbers[place] = 0;
      placeOf.delete(number);
      return true;
    },
    has: (number) => placeOf.has(number),
    numberAt: (place) => numbers[place] ?? 0,
    publishedAt: (place) => published[place] ?? 0,
    topicsAt: (place) => topics[place] ?? [],
  };
}

function doubled(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
