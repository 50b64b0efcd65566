// Shows panels again and again to those who look: each way of seeing a page is rendered once for all its listeners, and nothing is rendered when nobody looks.
import { createHash } from "node:crypto";
import type { PageId } from "./panel.ts";

/** What somebody looks at. */
export interface Watched {
  readonly page: PageId;
  readonly locale: string;
  /** The page's question, as text. */
  readonly query: string;
}

export interface Shown {
  readonly id: string;
  readonly html: string;
  /** Stands for the HTML: the same when nothing has changed. */
  readonly version: string;
}

export interface Live {
  /** Calls `send` with every panel at once and with each that changed from then on; gives what ends it. Undefined: too many look. */
  listen(watched: Watched, send: (shown: Shown) => void): (() => void) | undefined;
  close(): void;
}

export interface LiveNeeds {
  /** Never rejects. */
  readonly render: (watched: Watched) => Promise<readonly Shown[]>;
  readonly everyMs: number;
}

/** Each listener holds a connection. */
const mostListeners = 100;

/** Ways of seeing a page that are rendered side by side. */
const mostGroups = 20;

export const versionOf = (html: string): string =>
  createHash("sha256").update(html).digest("base64url").slice(0, 12);

interface Group {
  readonly sends: Set<(shown: Shown) => void>;
  readonly last: Map<string, Shown>;
  timer: NodeJS.Timeout | undefined;
}

export function createLive({ render, everyMs }: LiveNeeds): Live {
  const groups = new Map<string, Group>();
  let isClosed = false;

  async function turn(watched: Watched, group: Group): Promise<void> {
    for (const shown of await render(watched)) {
      if (group.last.get(shown.id)?.version === shown.version) continue;
      group.last.set(shown.id, shown);
      for (const send of group.sends) send(shown);
    }
    // The next turn comes so long after this one: a slow Redis is not asked faster than it answers.
    if (group.sends.size > 0 && !isClosed) group.timer = setTimeout(() => void turn(watched, group), everyMs);
  }

  return {
    listen(watched, send) {
      const listeners = [...groups.values()].reduce((sum, { sends }) => sum + sends.size, 0);
      const key = JSON.stringify([watched.page, watched.locale, watched.query]);
      let group = groups.get(key);
      if (isClosed || listeners >= mostListeners) return undefined;
      if (group === undefined) {
        if (groups.size >= mostGroups) return undefined;
        group = { sends: new Set(), last: new Map(), timer: undefined };
        groups.set(key, group);
        group.sends.add(send);
        void turn(watched, group);
      } else {
        group.sends.add(send);
        // Not before the caller has what ends it.
        const { sends, last } = group;
        setImmediate(() => {
          if (sends.has(send)) for (const shown of last.values()) send(shown);
        });
      }
      const own = group;
      return () => {
        own.sends.delete(send);
        if (own.sends.size > 0) return;
        clearTimeout(own.timer);
        if (groups.get(key) === own) groups.delete(key);
      };
    },
    close() {
      isClosed = true;
      for (const { timer } of groups.values()) clearTimeout(timer);
      groups.clear();
    },
  };
}
