// Keeps what texts came to: when the configuration is read again, most of its files are as they were.

/** Of so many texts; a house has one folder of configuration with a dozen files. */
const most = 32;

/** The same function, which works out each (file, text) once. What it gives is shared, and so must never be changed. */
export function remember<T>(make: (file: string, text: string) => T): (file: string, text: string) => T {
  const made = new Map<string, T>();
  return (file, text) => {
    const key = `${file}\0${text}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(file, text);
    if (made.size >= most) made.delete(made.keys().next().value ?? "");
    made.set(key, fresh);
    return fresh;
  };
}
