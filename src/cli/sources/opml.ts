// Brings feeds in from OPML, and out to it.
import { writeFile } from "node:fs/promises";
import { decodeBytes } from "../../articles/decode.ts";
import type { Topics } from "../../bot/shelf.ts";
import type { FeedSource } from "../../sources/feedSource.ts";
import { mayFetch } from "../../sources/may-fetch.ts";
import { type Outline, parseOpml, writeOpml } from "../../sources/opml.ts";
import type { Register } from "../../sources/register.ts";
import { readInput } from "../inputs.ts";
import { type Desk, Fault } from "../subcommand.ts";

export interface ImportNeeds {
  readonly allowHosts: readonly string[];
  readonly topics: Pick<Topics, "find">;
}

/** What cannot be added is named by its line; the rest is added. */
export async function importOpml(
  register: Register,
  file: string,
  { allowHosts, topics }: ImportNeeds,
  desk: Desk,
): Promise<void> {
  const { name, bytes } = await readInput(file, desk);
  const { outlines, faults } = parseOpml(decodeBytes(bytes, { isXml: true }));
  for (const { line, message, mend } of faults) {
    desk.warn(`${name}:${line}: ${message}\n  mend: ${mend}`);
    desk.fail();
  }
  const counts = { added: 0, known: 0, refused: 0 };
  for (const outline of outlines) {
    const allowed = mayFetch(outline.url, allowHosts);
    if (!allowed.ok) {
      desk.warn(`${name}: ${outline.url}: ${allowed.reason}\n  mend: ${allowed.mend}`);
      desk.fail();
      counts.refused += 1;
      continue;
    }
    const isNew = await register.add({
      url: allowed.url,
      name: outline.title ?? "",
      topics: await topicsOf(outline, topics),
      fullText: "auto",
      intervalMinutes: 10,
    });
    counts[isNew ? "added" : "known"] += 1;
  }
  desk.print(
    `${counts.added} added, ${counts.known} there already, ${counts.refused + faults.length} refused`,
  );
}

/** The innermost folder or category that is the name of a topic of ours. */
async function topicsOf(
  { folder, categories = [] }: Outline,
  topics: Pick<Topics, "find">,
): Promise<string[]> {
  for (const name of [...folder.toReversed(), ...categories]) {
    const topic = await topics.find(name);
    if (topic !== undefined) return [topic];
  }
  return [];
}

export async function exportOpml(sources: readonly FeedSource[], file: string, desk: Desk): Promise<void> {
  const opml = writeOpml(sources, { title: "موجز", created: new Date() });
  if (file === "-") {
    desk.stdout.write(`${opml.trimEnd()}\n`);
    return;
  }
  try {
    await writeFile(file, opml);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Fault(
      `${file}: cannot be written: ${why}\n  mend: name a file in a folder that this user may write to`,
    );
  }
  desk.warn(`${sources.length} feeds written to ${file}`);
}
