// What the kinds of feeds have in common: pictures in Media RSS, the pace of the syndication module, FeedBurner's address.
import type { MediaNs, SyNs } from "feedsmith";

/** Addresses of pictures, the largest kind first: those that say what they are, then thumbnails. */
export function mediaImages(media: MediaNs.ItemOrFeed | undefined): (string | undefined)[] {
  if (media === undefined) return [];
  const groups = media.groups ?? [];
  const contents = [...(media.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const thumbnails = [media, ...groups, ...contents].flatMap((one) => one.thumbnails ?? []);
  const pictures = contents.filter(
    ({ medium, type, url }) =>
      medium === "image" || isImageType(type) || (!medium && !type && isImageName(url)),
  );
  return [...pictures, ...thumbnails].map((one) => one.url);
}

/** Of enclosures and attachments those that are pictures. */
export function enclosedImages(
  files: readonly { url?: string; type?: string }[] | undefined,
): (string | undefined)[] {
  return (files ?? [])
    .filter(({ url, type }) => isImageType(type) || (!type && isImageName(url)))
    .map((one) => one.url);
}

function isImageType(type: string | undefined): boolean {
  return type?.startsWith("image/") ?? false;
}

function isImageName(url: string | undefined): boolean {
  return url !== undefined && /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url);
}

const periodMinutes: ReadonlyMap<string, number> = new Map([
  ["hourly", 60],
  ["daily", 1440],
  ["weekly", 10_080],
  ["monthly", 43_200],
  ["yearly", 525_600],
]);

/** `ttl` is in minutes; the syndication module names a period and how often in it (once when left out). */
export function paceMinutes(ttl: number | undefined, sy: SyNs.Feed<string> | undefined): number | undefined {
  if (ttl !== undefined && ttl > 0 && Number.isFinite(ttl)) return ttl;
  const period = periodMinutes.get(sy?.updatePeriod?.toLowerCase() ?? "");
  const often = sy?.updateFrequency ?? 1;
  return period === undefined || !(often > 0) ? undefined : Math.max(1, Math.round(period / often));
}

/** The article's own address behind FeedBurner's counting one; feedsmith 3.0 does not read it. */
export function feedburnerAddress(xml: string): string | undefined {
  const written = /<feedburner:origlink(?:\s[^>]*)?>([^<]*)</.exec(xml)?.[1]?.trim();
  return written?.replace(/&amp;/g, "&");
}
