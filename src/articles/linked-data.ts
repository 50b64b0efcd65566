// What a page says of its article in JSON-LD: https://schema.org/Article in any wrapping.

export interface LinkedArticle {
  readonly headline?: string;
  readonly body?: string;
  readonly published?: string;
  readonly section?: string;
  /** Names of publisher and website. */
  readonly publishers: readonly string[];
}

/** Nested objects looked at, and how deep: a hostile page may hold millions. */
const most = { objects: 500, depth: 8 } as const;

/** Never throws; a script that is no JSON is passed over, but for its date. */
export function readLinkedData(scripts: readonly string[]): LinkedArticle {
  const objects: Record<string, unknown>[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > most.depth || objects.length >= most.objects)
      return;
    if (Array.isArray(value)) for (const one of value) collect(one, depth + 1);
    else {
      objects.push(value as Record<string, unknown>);
      for (const one of Object.values(value)) collect(one, depth + 1);
    }
  };
  let written: string | undefined;
  for (const script of scripts) {
    written ??= /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(script)?.[1];
    try {
      collect(JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, "")), 0);
    } catch {
      // A broken script says nothing; many pages have raw line breaks in a string.
    }
  }
  const articles = objects.filter((one) => /Article|Posting|Report/.test(typesOf(one)));
  const main = articles.find((one) => typeof one["articleBody"] === "string") ?? articles[0] ?? {};
  const names = objects.flatMap((one) =>
    /Organization|WebSite|NewsMedia/.test(typesOf(one)) || objects.some((other) => other["publisher"] === one)
      ? [textOf(one["name"]), textOf(one["alternateName"])]
      : [],
  );
  const [headline, body, section] = [
    textOf(main["headline"]),
    textOf(main["articleBody"]),
    textOf(main["articleSection"]),
  ];
  const published = textOf(main["datePublished"]) ?? written;
  return {
    ...(headline !== undefined && { headline }),
    ...(body !== undefined && { body }),
    ...(section !== undefined && { section }),
    ...(published !== undefined && { published }),
    publishers: names.filter((name) => name !== undefined),
  };
}

function typesOf(value: Record<string, unknown>): string {
  const type = value["@type"];
  return Array.isArray(type) ? type.join(" ") : typeof type === "string" ? type : "";
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
