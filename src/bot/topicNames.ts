// Topics by id and by name, from config and from what the store holds.
import { normalize } from "../text/normalize.ts";
import type { Shelf, Topics } from "./shelf.ts";

interface NamedTopic {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

/** `known` are the topics of config, in their order; others come from the articles' folders and feeds. */
export function createTopicNames(known: readonly NamedTopic[], shelf: Pick<Shelf, "topicsInUse">): Topics {
  const byId = new Map(known.map((topic) => [topic.id, topic]));

  async function all(): Promise<readonly string[]> {
    const inUse = await shelf.topicsInUse();
    const others = [...inUse.keys()].filter((id) => !byId.has(id)).sort();
    // A topic of config without an article is shown all the same, but the catch-all only when it holds something.
    return [...byId.keys()].filter((id) => id !== "general" || inUse.has(id)).concat(others);
  }

  function name(locale: string, id: string): string {
    const names = byId.get(id)?.names;
    return names?.[locale] ?? names?.["ar"] ?? id.replaceAll(/[-_]/g, " ");
  }

  return {
    all,
    name,
    async find(words) {
      const wanted = bare(words);
      for (const id of await all()) {
        const names = [id, id.replaceAll(/[-_]/g, " "), ...Object.values(byId.get(id)?.names ?? {})];
        if (names.some((each) => bare(each) === wanted)) return id;
      }
      return undefined;
    },
  };
}

/** For comparison: normalised, and without «ال» (the) at the front. */
function bare(words: string): string {
  return normalize(words).trim().replace(/^ال/, "");
}
