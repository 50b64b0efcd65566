// Hands updates to whoever handles them at the moment; a successor begins when its predecessor has ended what it began.
import type { Update } from "telegraf/types";

type Handle = (update: Update) => Promise<void>;

export interface Turnstile {
  /** Waits where nobody handles updates yet. */
  readonly handle: Handle;
  /** From now on updates are `next`'s: a chat's come in order over the change. */
  replace(next: Handle): void;
}

export function createTurnstile(): Turnstile {
  const running = new Set<Promise<void>>();
  let open: (handle: Handle) => void = () => {};
  let current = new Promise<Handle>((resolve) => {
    open = resolve;
  });
  let isOpen = false;
  return {
    handle(update) {
      const handler = current;
      const one = handler.then((handle) => handle(update)).finally(() => running.delete(one));
      running.add(one);
      return one;
    },
    replace(next) {
      if (!isOpen) {
        isOpen = true;
        open(next);
        return;
      }
      const before = [...running];
      current = Promise.allSettled(before).then(() => next);
    },
  };
}
