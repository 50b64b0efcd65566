// The hosts that an operator exempts from the address rule: "host" for every port, "host:port" for one.

export interface AllowedHosts {
  /** `host` as {@link hostOf} gives it. */
  has(host: string, port: number): boolean;
}

interface Entry {
  readonly host: string;
  readonly port?: number;
}

/** An entry matches a host that is written the same once both are normalised; one that is no host matches nothing. */
export function createAllowedHosts(entries: readonly string[]): AllowedHosts {
  const known = entries.map(readEntry);
  return {
    has: (host, port) =>
      known.some((entry) => entry?.host === host && (entry.port === undefined || entry.port === port)),
  };
}

/** Whether an entry of `sources.allowHosts` can be read: "host", "host:port", "192.0.2.1", "::1" or "[::1]:8080". */
export function isAllowHost(entry: string): boolean {
  return readEntry(entry) !== undefined;
}

/** The host of an address without brackets and without the trailing dot, as the URL parser normalised it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** The port that is connected to, the scheme's own where the address names none. */
export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

function readEntry(entry: string): Entry | undefined {
  const text = entry.trim();
  const isBareIpv6 = /^[\da-f:.]*:[\da-f.]*:[\da-f:.]*$/i.test(text);
  const port = isBareIpv6 ? undefined : /:(\d{1,5})$/.exec(text)?.[1];
  const name = isBareIpv6 ? `[${text}]` : port === undefined ? text : text.slice(0, -port.length - 1);
  if (name === "" || /[\s/?#@\\]/.test(name)) return undefined;
  try {
    const url = new URL(`http://${name}/`);
    if (url.port !== "") return undefined;
    return port === undefined ? { host: hostOf(url) } : { host: hostOf(url), port: Number(port) };
  } catch {
    return undefined;
  }
}
