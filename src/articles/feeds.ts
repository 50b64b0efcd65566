// Reads a feed of any kind: bytes in, its entries out, and by name everything that could not be read.
import { decodeBytes } from "./decode.ts";
import type { FeedEntry, FeedFault, FeedResult } from "./feed.ts";
import { toAddress } from "./feeds/address.ts";
import { createLineAt } from "./feeds/line-at.ts";
import { explainNoFeed } from "./feeds/no-feed.ts";
import { parseJson } from "./feeds/parse-json.ts";
import { toPlainText } from "./feeds/plain-text.ts";
import { soften } from "./feeds/soften.ts";
import { type Taken, type TakenEntry, takeJson, takeXml } from "./feeds/taken.ts";
import { nothing, type Trouble, toEntry } from "./feeds/to-entry.ts";
import type { DocumentFault } from "./format.ts";

export interface FeedAbout {
  /** Where the bytes came from: the file of every fault, and the last base of relative addresses. */
  readonly url: string;
  readonly contentType?: string;
  /** 500 when left out. Feeds carry 10 to 100; an archive of thousands is no news. */
  readonly maxEntries?: number;
}

/**
 * Never throws, and takes time by the length alone. `ok: false` only for what is no feed; a broken one gives what can be
 * read, and its faults name the rest. An entry that the end of the bytes cut is left out: it comes whole next time.
 */
export function parseFeed(bytes: Uint8Array, about: FeedAbout): FeedResult {
  const { url, contentType, maxEntries = 500 } = about;
  const decoded = decodeBytes(bytes, { ...(contentType !== undefined && { contentType }), isXml: true });
  const fail = (fault: Omit<DocumentFault, "file" | "line">, line = 1): FeedResult => ({
    ok: false,
    faults: [{ file: url, line, ...fault }],
  });
  if (/^\s*[[{]/.test(decoded)) {
    const json = parseJson(decoded);
    if (!json.ok) return fail(brokenJson, createLineAt(decoded)(json.at));
    const taken = takeJson(json.value, decoded, maxEntries);
    if (taken === undefined) return fail(otherJson);
    const { cutAt } = json;
    if (cutAt === undefined) return read(taken, decoded, url);
    return read({ ...taken, entries: [...taken.entries, { start: cutAt, trouble: "cut" }] }, decoded, url);
  }
  const text = soften(decoded);
  const taken = takeXml(text, maxEntries);
  if (taken.kind === "other") return fail(explainNoFeed(text, taken.root, url));
  return read(taken, text, url);
}

function read({ kind, head, entries: taken, leftOut }: Taken, text: string, url: string): FeedResult {
  const link = head.link === undefined ? undefined : toAddress(head.link, [head.base, url]);
  const faults: FeedFault[] = [];
  const entries: FeedEntry[] = [];
  const lineAt = createLineAt(text);
  for (const [index, one] of taken.entries()) {
    const { entry, troubles } = readOne(one, [head.base, link, url]);
    if (entry !== undefined) entries.push(entry);
    const isLost = entry === undefined && one.trouble !== "cut";
    const end = taken[index + 1]?.start ?? text.length;
    for (const { message, mend, written } of troubles) {
      const at = written === undefined ? -1 : text.slice(one.start, end).indexOf(written);
      const line = lineAt(one.start + Math.max(0, at));
      faults.push({ file: url, line, message, mend, ...(isLost && { isEntryLost: true }) });
    }
  }
  if (leftOut > 0) {
    const message = `${leftOut} ${leftOut === 1 ? "entry" : "entries"} after the first ${taken.length} left out`;
    const mend = "nothing is needed: the first entries of a feed are the newest";
    faults.push({ file: url, line: lineAt(taken.at(-1)?.start ?? 0), message, mend });
  }
  if (/<!ENTITY\s/.test(text.slice(0, text.search(/<(?:rss|feed|rdf:RDF)/i)))) {
    const message = "it declares entities of its own, which are not expanded";
    faults.push({
      file: url,
      line: lineAt(text.indexOf("<!ENTITY")),
      message,
      mend: "write the characters themselves",
    });
  }
  const title = head.title === undefined ? "" : toPlainText(head.title);
  return {
    ok: true,
    feed: {
      kind,
      ...(title !== "" && { title }),
      ...(link !== undefined && { link }),
      ...(head.language !== undefined && { language: head.language }),
      ...(head.ttlMinutes !== undefined && { ttlMinutes: head.ttlMinutes }),
      entries,
      faults,
    },
  };
}

const brokenJson = {
  message: "it is JSON that is broken",
  mend: "the publisher should check it with a JSON validator",
};
const otherJson = {
  message: "it is JSON but not a feed",
  mend: "give the address of an RSS, Atom or JSON feed",
};

const entryTroubles: Readonly<Record<NonNullable<TakenEntry["trouble"]>, Trouble>> = {
  cut: {
    message: "the feed ends in the middle of an entry, which is left out",
    mend: "nothing is needed if it comes whole next time; else the publisher should send the whole feed",
  },
  deep: {
    message: "an entry is nested deeper than 256 levels and is left out",
    mend: "the publisher should close the elements of its text",
  },
  unreadable: {
    message: "an entry cannot be read and is left out",
    mend: "the publisher should check it with a feed validator",
  },
};

function readOne(
  { raw, trouble }: TakenEntry,
  bases: readonly (string | undefined)[],
): ReturnType<typeof toEntry> {
  return raw === undefined
    ? { troubles: [trouble === undefined ? nothing() : entryTroubles[trouble]] }
    : toEntry(raw, bases);
}
