// Makes one entry of what its publisher wrote: text plain, addresses absolute, dates instants; what is wrong is named.
import type { FeedEntry } from "../feed.ts";
import { readWrittenDate } from "../written-dates.ts";
import { toAddress } from "./address.ts";
import { toPlainText } from "./plain-text.ts";
import type { RawEntry } from "./raw.ts";

export interface Trouble {
  readonly message: string;
  readonly mend: string;
  /** As it stands in the feed: where it is found is the line of the trouble. */
  readonly written?: string;
}

export interface ReadEntry {
  /** Absent for one that says nothing. */
  readonly entry?: FeedEntry;
  readonly troubles: readonly Trouble[];
}

/** UTF-16 units of an entry's text with its markup. A long report of 5,000 words has some 40,000. */
const maxHtml = 100_000;

/** `bases`: what relative addresses are resolved against, the nearest first. */
export function toEntry(raw: RawEntry, bases: readonly (string | undefined)[]): ReadEntry {
  const all = [raw.base, ...bases];
  const title = raw.title === undefined ? "" : toPlainText(raw.title);
  const url = first(raw.addresses, (address) => toAddress(address, all));
  const image = first([...raw.images, firstPicture(raw.content ?? raw.excerpt)], (one) =>
    toAddress(one, all),
  );
  const published = first(raw.published, readWrittenDate);
  const updated = first(raw.updated, readWrittenDate);
  if (title === "" && url.value === undefined && !raw.content && !raw.excerpt)
    return { troubles: [nothing(raw.guid)] };

  const [content, excerpt] = [raw.content, raw.excerpt].map((text) => text?.slice(0, maxHtml));
  const longest = Math.max(raw.content?.length ?? 0, raw.excerpt?.length ?? 0);
  const troubles = [
    ...(longest > maxHtml ? [tooLong(longest)] : []),
    ...(url.value === undefined && url.wrong !== undefined ? [noAddress(url.wrong)] : []),
    ...[published, updated].flatMap((date) =>
      date.value === undefined && date.wrong ? [noDate(date.wrong)] : [],
    ),
  ];
  const name = title || url.value || raw.guid || "without a title";
  const entry: FeedEntry = {
    ...(raw.guid !== undefined && { guid: raw.guid }),
    ...(url.value !== undefined && { url: url.value }),
    ...(title !== "" && { title }),
    ...(content && { content }),
    ...(excerpt && { excerpt }),
    ...(published.value !== undefined && { published: published.value }),
    ...(updated.value !== undefined && { updated: updated.value }),
    authors: unique(raw.authors),
    categories: unique(raw.categories),
    ...(image.value !== undefined && { image: image.value }),
    ...(raw.language !== undefined && { language: raw.language }),
  };
  return {
    entry,
    troubles: troubles.map((one) => ({ ...one, message: `entry "${cut(name)}": ${one.message}` })),
  };
}

interface First {
  readonly value?: string;
  /** The first that could not be read. */
  readonly wrong?: string;
}

function first(
  candidates: readonly (string | undefined)[],
  read: (one: string) => string | undefined,
): First {
  const given = candidates.filter((one) => one !== undefined && one.trim() !== "") as string[];
  for (const one of given) {
    const value = read(one);
    if (value !== undefined) return { value };
  }
  return given[0] === undefined ? {} : { wrong: given[0] };
}

function tooLong(length: number): Trouble {
  return {
    message: `its text has ${length} characters; the first ${maxHtml} are read`,
    mend: "its publisher should send articles, not books or pictures inside of texts",
  };
}

function noDate(written: string): Trouble {
  return {
    message: `"${cut(written)}" is not a date that can be read`,
    mend: "its publisher should write the Gregorian date as Wed, 25 Nov 2026 08:30:00 +0300; it is read without a date",
    written,
  };
}

function noAddress(written: string): Trouble {
  return {
    message: `"${cut(written)}" is not the address of a page`,
    mend: "its publisher should write a full address that begins with https://; it is read without one",
    written,
  };
}

/** The trouble of an entry that says nothing. */
export function nothing(guid?: string): Trouble {
  return {
    message: "an entry has no title, no address and no text",
    mend: "its publisher should fill or remove it; it is left out",
    ...(guid !== undefined && { written: guid }),
  };
}

/** A picture of one pixel only counts readers. */
function firstPicture(html: string | undefined): string | undefined {
  const images = html?.match(/<img\s[^<>]*>/gi) ?? [];
  const image = images.find((tag) => !/\s(?:width|height)\s*=\s*["']?[01](?!\d)/i.test(tag));
  const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(image ?? "");
  return (source?.[1] ?? source?.[2] ?? source?.[3])?.replace(/&amp;/g, "&");
}

function unique(texts: readonly (string | undefined)[]): string[] {
  const plain = texts.map((text) => (text === undefined ? "" : toPlainText(text)));
  return [...new Set(plain.filter((text) => text !== ""))];
}

/** Messages stay short. */
function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
