// Checks what `mujaz sources add` was given, and that a feed answers there.
import type { FeedWish } from "../../sources/feedSource.ts";
import { mayFetch } from "../../sources/may-fetch.ts";
import type { Web } from "../../sources/web.ts";
import { Fault, Misuse } from "../subcommand.ts";
import { checkTopics } from "../topics.ts";

export interface AddOptions {
  readonly name?: string;
  readonly topics?: string;
  readonly language?: string;
  readonly fullText: string;
  readonly interval: string;
  readonly check: boolean;
}

/** The address as it will be asked, one for all ways of writing it. Throws Misuse for what may not be fetched. */
export function checkAddress(written: string, allowHosts: readonly string[]): string {
  const allowed = mayFetch(written, allowHosts);
  if (allowed.ok) return allowed.url;
  throw new Misuse(`${written}: ${allowed.reason}\n  mend: ${allowed.mend}`);
}

/** Reads the feed once. Gives its own title; throws Fault when there is no feed. */
export async function isReachable(web: Pick<Web, "get">, address: string): Promise<string | undefined> {
  const answer = await web.get({ url: address, kind: "feed" });
  const anyway = "or add it all the same with --no-check";
  if (answer.kind === "refused" || answer.kind === "failed") {
    throw new Fault(`${address}: ${answer.reason}\n  mend: ${answer.mend}; ${anyway}`);
  }
  if (answer.kind === "wait") {
    throw new Fault(`${address}: the server asks to wait ${answer.seconds} s\n  mend: wait, ${anyway}`);
  }
  if (answer.kind !== "body") {
    throw new Fault(`${address}: it is gone for good (410)\n  mend: look for the outlet's new feed`);
  }
  const { parseFeed } = await import("../../articles/feeds.ts");
  const result = parseFeed(answer.bytes, { url: answer.url, contentType: answer.contentType });
  if (result.ok) return result.feed.title;
  const [fault] = result.faults;
  throw new Fault(
    `${address}: ${fault?.message ?? "it is no feed"}\n  mend: ${fault?.mend ?? "correct the address"}`,
  );
}

/** All but the name. Throws Misuse for an option that cannot be. */
export function toWish(
  address: string,
  options: AddOptions,
  knownTopics: readonly string[],
): Omit<FeedWish, "name"> {
  const topics = (options.topics ?? "").split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
  checkTopics(topics, knownTopics);
  const { fullText } = options;
  if (fullText !== "auto" && fullText !== "always" && fullText !== "never") {
    throw new Misuse(`--full-text "${fullText}" is none of auto, always, never\n  mend: choose one of them`);
  }
  const intervalMinutes = /^\d{1,4}$/.test(options.interval) ? Number(options.interval) : 0;
  if (intervalMinutes < 5 || intervalMinutes > 1440) {
    throw new Misuse(
      `--interval "${options.interval}" is no whole number of minutes from 5 to 1440\n  mend: write one, or leave it out for 10`,
    );
  }
  return {
    url: address,
    topics,
    ...(options.language !== undefined && { language: options.language }),
    fullText,
    intervalMinutes,
  };
}
