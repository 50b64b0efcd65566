// Hands updates to whoever handles them at the moment; for each chat a successor begins when its predecessor has ended there.
import type { Update } from "telegraf/types";
import { lineOf } from "../bot/inbox.ts";

/** Keeps the order of each chat's updates; must not throw. */
type Handle = (update: Update) => Promise<void>;

export interface Turnstile {
  /** Waits where nobody handles updates yet. */
  readonly handle: Handle;
  /** From now on updates are `next`'s: a chat's come in order over the change, and no chat waits for another's. */
  replace(next: Handle): void;
}

export function createTurnstile(): Turnstile {
  /** Of each chat that has updates under way: the last of them, and whose it is. */
  const last = new Map<string, { readonly by: Promise<Handle>; readonly ended: Promise<void> }>();
  let open: (handle: Handle) => void = () => {};
  let isOpen = false;
  let current = new Promise<Handle>((resolve) => {
    open = resolve;
  });
  return {
    handle(update) {
      const line = lineOf(update);
      const by = current;
      const before = last.get(line);
      const one = (async () => {
        const handle = await by;
        if (before !== undefined && before.by !== by) await before.ended;
        await handle(update);
      })();
      const ended = one
        .catch(() => undefined)
        .then(() => {
          if (last.get(line)?.ended === ended) last.delete(line);
        });
      last.set(line, { by, ended });
      return one;
    },
    replace(next) {
      if (isOpen) current = Promise.resolve(next);
      else open(next);
      isOpen = true;
    },
  };
}
