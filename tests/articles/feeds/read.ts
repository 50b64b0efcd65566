// Reads the feed fixtures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feed, FeedResult } from "../../../src/articles/feed.ts";
import { parseFeed } from "../../../src/articles/feeds.ts";

/** The address under which every fixture is read. */
export const address = "https://feeds.example/feed";

export function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "feeds", name));
}

export function readFixture(name: string): FeedResult {
  return parseFeed(fixture(name), { url: address });
}

export function readText(text: string): FeedResult {
  return parseFeed(new TextEncoder().encode(text), { url: address });
}

/** The feed of a result that must be one. */
export function feedOf(result: FeedResult): Feed {
  if (!result.ok) throw new Error(`no feed: ${JSON.stringify(result.faults)}`);
  return result.feed;
}

/** "line: message" of each fault. */
export function faultsOf(result: FeedResult): string[] {
  const faults = result.ok ? result.feed.faults : result.faults;
  return faults.map(({ line, message }) => `${line}: ${message}`);
}
