// Writes a print as a short text for the store, and reads it back, so that a restart reads no article again.
import { most, type Print } from "./print.ts";
import { copySize } from "./stories/copy.ts";

/** The first character; another one is another layout, and the article is to be read again. */
const version = "2";

/** Bytes before the lists: published 6, language 2, size 2, days 1, and the length of each of eight lists. */
const headerSize = 19;

/** At most 724 characters, ASCII. */
export function encodePrint(print: Print): string {
  const { copy, terms, names, quotes, figures, places, persons, things } = print;
  const longs = [...terms, ...names, ...quotes, ...figures];
  const shorts = [...places, ...persons, ...things];
  const bytes = Buffer.alloc(headerSize + copy.length + terms.length + longs.length * 4 + shorts.length * 2);
  bytes.writeUIntBE(Math.min(print.published, 2 ** 48 - 1), 0, 6);
  bytes.write(print.language.padEnd(2), 6, "latin1");
  bytes.writeUInt16BE(print.size, 8);
  bytes.writeUInt8(print.days, 10);
  for (const [at, list] of [copy, terms, names, quotes, figures, places, persons, things].entries())
    bytes.writeUInt8(list.length, 11 + at);
  let at = headerSize;
  bytes.set(copy, at);
  at += copy.length;
  bytes.set(print.weights, at);
  at += terms.length;
  for (const long of longs) at = bytes.writeInt32BE(long, at);
  for (const short of shorts) at = bytes.writeUInt16BE(short, at);
  return version + bytes.toString("base64url");
}

/** Undefined for another version, or for a text that no print was written as. */
export function decodePrint(text: string): Print | undefined {
  if (!text.startsWith(version)) return undefined;
  const bytes = Buffer.from(text.slice(version.length), "base64url");
  if (bytes.length < headerSize) return undefined;
  const [copied = 0, terms = 0, names = 0, quotes = 0, figures = 0, ...short] = bytes.subarray(
    11,
    headerSize,
  );
  const [places = 0, persons = 0, things = 0] = short;
  if (copied !== 0 && copied !== copySize) return undefined;
  if (terms > most.terms || names > most.names || quotes > most.quotes) return undefined;
  if (figures > most.figures || places > most.places || persons > most.persons) return undefined;
  if (things > most.things) return undefined;
  const longs = terms + names + quotes + figures;
  if (bytes.length !== headerSize + copied + terms + longs * 4 + (places + persons + things) * 2)
    return undefined;
  let at = headerSize + copied + terms;
  const read = (count: number): Int32Array => {
    const list = new Int32Array(count);
    for (let index = 0; index < count; index += 1, at += 4) list[index] = bytes.readInt32BE(at);
    return list;
  };
  const readShorts = (count: number): Uint16Array => {
    const list = new Uint16Array(count);
    for (let index = 0; index < count; index += 1, at += 2) list[index] = bytes.readUInt16BE(at);
    return list;
  };
  return {
    published: bytes.readUIntBE(0, 6),
    language: bytes.toString("latin1", 6, 8).trim(),
    size: bytes.readUInt16BE(8),
    days: bytes.readUInt8(10),
    copy: Uint8Array.from(bytes.subarray(headerSize, headerSize + copied)),
    weights: Uint8Array.from(bytes.subarray(headerSize + copied, headerSize + copied + terms)),
    terms: read(terms),
    names: read(names),
    quotes: read(quotes),
    figures: read(figures),
    places: readShorts(places),
    persons: readShorts(persons),
    things: readShorts(things),
  };
}
