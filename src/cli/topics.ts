// Topics that a command was given.
import { Misuse } from "./subcommand.ts";

/** Throws Misuse for the first topic that nobody knows, and names those that there are. */
export function checkTopics(topics: readonly string[], known: readonly string[]): void {
  const wrong = topics.find((topic) => !known.includes(topic));
  if (wrong !== undefined)
    throw new Misuse(`There is no topic "${wrong}". Choose among: ${known.join(", ")}`);
}
