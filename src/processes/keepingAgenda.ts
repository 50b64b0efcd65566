// An agenda that holds what readers save and follow, so that it does not expire, by whichever way a record changes.
import type { ArticleStore } from "../articles/article-store.ts";
import { keptArticles } from "../bot/kept.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { SubscriberStore } from "../subscribers/store.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

const concerned = ["saved", "followStories"] as const;

export function holdKept(
  agenda: Agenda,
  store: Pick<SubscriberStore, "byNumber" | "byChat">,
  articles: Pick<ArticleStore, "hold" | "release">,
): Agenda {
  /** Held before the record says so: an article that expired in between would be kept without being there. */
  async function around<Result>(
    before: Subscriber | undefined,
    after: Pick<Subscriber, "saved" | "followStories">,
    write: () => Promise<Result>,
  ): Promise<Result> {
    const old = before === undefined ? [] : keptArticles(before);
    const wanted = keptArticles(after);
    for (const number of without(wanted, old)) await articles.hold(number);
    const result = await write();
    for (const number of without(old, wanted)) await articles.release(number);
    return result;
  }

  return {
    ...agenda,
    async change(number, patch, now) {
      const before = concerned.some((name) => name in patch) ? await store.byNumber(number) : undefined;
      const write = (): Promise<Subscriber> => agenda.change(number, patch, now);
      return before === undefined ? write() : around(before, { ...before, ...patch }, write);
    },
    async upsert(subscriber, now) {
      const known = await store.byChat(subscriber.chat, subscriber.thread);
      return around(known?.subscriber, subscriber, () => agenda.upsert(subscriber, now));
    },
    async migrate(member, newChat) {
      const own = await store.byNumber(member);
      const other = own === undefined ? undefined : await store.byChat(newChat, own.thread);
      const stays = await agenda.migrate(member, newChat);
      // Of two readers of one chat one goes, and what only that one kept may expire.
      const gone = stays ? (other?.number === member ? undefined : other?.subscriber) : own;
      for (const number of gone === undefined ? [] : keptArticles(gone)) await articles.release(number);
      return stays;
    },
  };
}

/** The numbers of `all` that `others` does not have as often. */
function without(all: readonly number[], others: readonly number[]): readonly number[] {
  const left = [...others];
  return all.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
