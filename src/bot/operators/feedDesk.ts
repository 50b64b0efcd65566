// What the operators do to feeds: look at them, try one, add and remove, switch on and off.
import type { Desk } from "../../articles/desk.ts";
import type { FeedSource, FeedState } from "../../sources/feedSource.ts";
import { mayFetch } from "../../sources/may-fetch.ts";
import type { Register } from "../../sources/register.ts";
import { turnFeed } from "../../sources/switching.ts";
import type { Web } from "../../sources/web.ts";
import type { FeedOwners } from "./feedOwners.ts";

export interface KnownFeed {
  readonly source: FeedSource;
  readonly state: FeedState;
}

/** Why not, in the words of the sources: English, as in the log. */
export interface NotRead {
  readonly kind: "not-read";
  readonly reason: string;
  readonly mend: string;
}

/** The operator who asks has added as many as one may. */
export interface TooMany {
  readonly kind: "too-many";
  readonly most: number;
}

export type FeedTrial =
  | {
      readonly kind: "read";
      readonly title?: string;
      readonly titles: readonly string[];
      readonly count: number;
    }
  | NotRead;

export interface FeedDesk {
  list(): Promise<readonly KnownFeed[]>;
  find(id: string): Promise<KnownFeed | undefined>;
  /** Reads a feed and stores nothing. */
  test(address: string): Promise<FeedTrial>;
  /** Adds what answers as a feed, under its own title, on the account of the operator `by`. */
  add(
    address: string,
    by?: number,
  ): Promise<{ readonly kind: "added" | "known"; readonly id: string } | NotRead | TooMany>;
  /** False for one of config, which only its file can remove. */
  remove(id: string): Promise<boolean>;
  turn(id: string, isOn: boolean): Promise<void>;
}

/** What reads a feed, opened for one reading. */
export interface FeedReading {
  readonly web: Pick<Web, "get">;
  readonly desk: Pick<Desk, "readFeed">;
  close(): Promise<void>;
}

export interface FeedDeskNeeds {
  readonly register: Register;
  readonly openReading: () => Promise<FeedReading>;
  readonly allowHosts: readonly string[];
  readonly owners: FeedOwners;
  /** Feeds that one operator may add; null: no limit. */
  readonly mostPerOperator: number | null;
  /** Forgets what was learnt of a feed's furniture. */
  readonly forgetLines: (id: string) => Promise<void>;
}

export function createFeedDesk(needs: FeedDeskNeeds): FeedDesk {
  const { register, openReading, allowHosts, forgetLines, owners, mostPerOperator: most } = needs;
  const withState = async (source: FeedSource): Promise<KnownFeed> => ({
    source,
    state: await register.state(source.id),
  });

  async function test(address: string): Promise<FeedTrial> {
    const reading = await openReading();
    try {
      const answer = await reading.web.get({ url: address, kind: "feed" });
      if (answer.kind === "refused" || answer.kind === "failed") return notRead(answer.reason, answer.mend);
      if (answer.kind === "wait")
        return notRead(`the server asks to wait ${answer.seconds} s`, "try again later");
      if (answer.kind !== "body")
        return notRead(`no feed came: ${answer.kind}`, "look for the outlet's new feed");
      const { bytes, url, contentType } = answer;
      const result = await reading.desk.readFeed(bytes, { url, contentType });
      if (!result.ok) {
        const [fault] = result.faults;
        return notRead(fault?.message ?? "it is no feed", fault?.mend ?? "correct the address");
      }
      const { title, entries } = result.feed;
      const titles = entries.flatMap((entry) => (entry.title === undefined ? [] : [entry.title])).slice(0, 3);
      return { kind: "read", ...(title !== undefined && { title }), titles, count: entries.length };
    } finally {
      await reading.close();
    }
  }

  return {
    list: async () => Promise.all((await register.list()).map(withState)),
    async find(id) {
      const source = (await register.list()).find((each) => each.id === id);
      return source && withState(source);
    },
    test,
    async add(written, by) {
      const allowed = mayFetch(written, allowHosts);
      if (!allowed.ok) return notRead(allowed.reason, allowed.mend);
      const { url } = allowed;
      const known = await register.find(url);
      if (known !== undefined) return { kind: "known", id: known.id };
      if (by !== undefined && most !== null) {
        const ids = (await register.list()).map(({ id }) => id);
        if ((await owners.count(by, ids)) >= most) return { kind: "too-many", most };
      }
      const trial = await test(url);
      if (trial.kind === "not-read") return trial;
      const isNew = await register.add({
        url,
        name: trial.title ?? "",
        topics: [],
        fullText: "auto",
        intervalMinutes: 10,
      });
      const added = await register.find(url);
      const id = added?.id ?? "";
      if (isNew && by !== undefined) await owners.note(by, id);
      return { kind: isNew ? "added" : "known", id };
    },
    async remove(id) {
      if (!(await register.remove(id))) return false;
      await forgetLines(id);
      await owners.forget(id);
      return true;
    },
    turn: (id, isOn) => turnFeed(register, id, isOn),
  };
}

function notRead(reason: string, mend: string): NotRead {
  return { kind: "not-read", reason, mend };
}
