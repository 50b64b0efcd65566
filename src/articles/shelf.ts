// Keeps what was read from Redis until the store changes, so that composing for many readers reads it once.

export interface Shelf {
  /** What `load` gave for this key since the last change of the store; a failed load is not kept. */
  recall<T>(kind: Kind<T>, key: string | number, load: () => Promise<T>): Promise<T>;
}

/** One drawer of the shelf, typed by what lies in it. Make each once, beside its reader. */
export interface Kind<T> {
  readonly drawers: WeakMap<Shelf, Map<string | number, Promise<T>>>;
}

/** Things kept of one kind; then the drawer is emptied. 5,000 articles are about 50 MB. */
const drawerSize = 5000;

export function createKind<T>(): Kind<T> {
  return { drawers: new WeakMap() };
}

function createShelf(): Shelf {
  const shelf: Shelf = {
    recall<T>(kind: Kind<T>, key: string | number, load: () => Promise<T>): Promise<T> {
      let drawer = kind.drawers.get(shelf);
      if (drawer === undefined || drawer.size >= drawerSize) {
        drawer = new Map<string | number, Promise<T>>();
        kind.drawers.set(shelf, drawer);
      }
      const known = drawer.get(key);
      if (known !== undefined) return known;
      const loading = load();
      const place = drawer;
      place.set(key, loading);
      loading.catch(() => place.delete(key));
      return loading;
    },
  };
  return shelf;
}

/**
 * Gives the shelf of the store's present version, a fresh one after each change. A slow reader keeps the shelf it was given,
 * so what it read before a change never lands on the shelf after it.
 */
export function createShelves(readVersion: () => Promise<number>): () => Promise<Shelf> {
  let version = -1;
  let shelf = createShelf();
  return async () => {
    const now = await readVersion();
    // Answers may overtake each other on several connections; an older one must not bring the old shelf back.
    if (now > version) {
      version = now;
      shelf = createShelf();
    }
    return now === version ? shelf : createShelf();
  };
}
