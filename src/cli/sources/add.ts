// Checks what `mujaz sources add` was given, and that a feed answers there.
import { parseFeed } from "../../articles/feeds.ts";
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

/** Throws Misuse for what is no address that may be fetched. */
export function checkAddress(address: string, allowHosts: readonly string[]): void {
  const allowed = mayFetch(address, allowHosts);
  if (!allowed.ok) throw new Misuse(`${address}: ${allowed.reason}\n  mend: ${allowed.mend}`);
}

/** Reads the feed once. Gives its own title; throws Fault when there is no feed. */
export async function isReachable(web: Pick<Web, "get">, address: string): Promise<string | undefined> {
  const answer = await web.get({ url: address, kind: "feed" });
  const advice = "\n  mend: correct the address, or add it all the same with --no-check";
  if (answer.kind === "refused" || answer.kind === "failed") {
    throw new Fault(`${address}: ${answer.reason}\n  mend: ${answer.mend}`);
  }
  if (answer.kind !== "body")
    throw new Fault(`${address}: there is no feed to be had now (${answer.kind})${advice}`);
  const result = parseFeed(answer.bytes, { url: answer.url, contentType: answer.contentType });
  if (result.ok) return result.feed.title;
  const [fault] = result.faults;
  throw new Fault(
    `${address}: ${fault?.message ?? "it is no feed"}\n  mend: ${fault?.mend ?? "correct the address"}`,
  );
}

/** `title` is the feed's own. Throws Misuse for an option that cannot be. */
export function toWish(
  address: string,
  options: AddOptions,
  title: string | undefined,
  knownTopics: readonly string[],
): FeedWish {
  const topics = (options.topics ?? "").split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
  checkTopics(topics, knownTopics);
  const { fullText } = options;
  if (fullText !== "auto" && fullText !== "always" && fullText !== "never") {
    throw new Misuse(`--full-text "${fullText}" is none of auto, always, never`);
  }
  const intervalMinutes = /^\d{1,4}$/.test(options.interval) ? Number(options.interval) : 0;
  if (intervalMinutes < 5 || intervalMinutes > 1440) {
    throw new Misuse(`--interval "${options.interval}" is no whole number of minutes from 5 to 1440`);
  }
  return {
    url: address,
    name: options.name?.trim() || title || new URL(address).hostname.replace(/^www\./, ""),
    topics,
    ...(options.language !== undefined && { language: options.language }),
    fullText,
    intervalMinutes,
  };
}
