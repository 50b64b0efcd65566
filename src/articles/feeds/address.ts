// Makes absolute web addresses of what feeds write.

/** The web client asks none that is longer. */
const longest = 4096;

/** Absolute http(s) address, or undefined; a relative one is resolved against the bases, the nearest first. */
export function toAddress(written: string, bases: readonly (string | undefined)[]): string | undefined {
  const text = written.trim().replace(/^www\.(?=[^/\s]+\.[^/\s]+)/i, "https://$&");
  const base = bases.reduceRight<string | undefined>((outer, inner) => {
    if (inner === undefined) return outer;
    return parseUrl(inner, outer)?.href ?? outer;
  }, undefined);
  const url = text === "" ? undefined : parseUrl(text, base);
  return url?.protocol === "http:" || url?.protocol === "https:" ? url.href : undefined;
}

function parseUrl(text: string, base: string | undefined): URL | undefined {
  if (text.length > longest || !URL.canParse(text, base)) return undefined;
  return new URL(text, base);
}
