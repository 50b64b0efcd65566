// The list of messages: one bubble a message, in the order of their ids, with the day above the first of each day.
// A few screens of them are drawn at a time, and older ones are fetched as one comes to them: thousands cost no more.
import { type BubbleActs, dayOf, makeItem } from "./bubble.ts";
import type { Message } from "./contract.ts";
import { byId, make } from "./dom.ts";
import { arrive, change } from "./motion.ts";
import { atEnd, down, mostCount, nothing, up, type Window, withOlder, withOne, without } from "./window.ts";

/** The messages; every change is idempotent, by message id. */
export interface Log {
  /** Shows exactly these messages; ones already drawn and unchanged are left alone. `hasOlder`: they are not all there are. */
  show(messages: readonly Message[], hasOlder: boolean): void;
  /** How many are here, drawn or not. */
  size(): number;
  put(message: Message): void;
  remove(messageId: number): void;
  /** Brings a message into sight, if it is there. */
  reveal(messageId: number): Promise<void>;
  /** Draws the newest messages; true where they were drawn already. */
  toNewest(): boolean;
  /** The day has changed: what was today is yesterday. */
  nameDays(): void;
}

/** What the log asks for. */
export interface LogNeeds extends BubbleActs {
  /** The messages before one, rising; none when there are no more. */
  fetchOlder(before: number): Promise<readonly Message[]>;
}

/** So near to the edge of what is drawn the next ones are drawn, in pixels. */
const nearPx = 2500;

/**
 * What is drawn so far out of sight is let go, in pixels: each step costs for all that is drawn, and eighty messages with
 * digests among them are thirty screens.
 */
const farPx = 2 * nearPx;

/** Fewer undrawn old ones than this, and more are fetched. */
const leastHeld = 100;

/** Shows the day above an item when the one before it is of another day. */
function markDay(item: Element | null): void {
  if (!(item instanceof HTMLElement)) return;
  const shown = item.querySelector(":scope > .day");
  const before = item.previousElementSibling;
  const day = dayOf(Number(item.dataset["date"]));
  const isSame = before instanceof HTMLElement && dayOf(Number(before.dataset["date"])) === day;
  if (!isSame && shown?.textContent === day) return;
  shown?.remove();
  if (!isSame) item.prepend(make("div", { class: "day" }, make("span", {}, day)));
}

const isSame = (a: Message, b: Message): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Puts the new one in the old one's place, and the focus back on the same key. */
function exchange(old: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && old.contains(active) ? active.dataset["key"] : undefined;
  old.replaceWith(fresh);
  if (key !== undefined)
    fresh.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus({ preventScroll: true });
}

/** Draws into `#messages`; `onChange` is called after each change with whether somebody has written something. */
export function createLog(needs: LogNeeds, onChange: (isBegun: boolean) => void): Log {
  const box = byId("log", HTMLElement);
  const list = byId("messages", HTMLOListElement);
  const drawn = new Map<number, { readonly item: HTMLLIElement; readonly message: Message }>();
  let stretch: Window = nothing;
  let hasOlder = false;
  let fetching: Promise<void> | undefined;

  /** Draws the stretch: the list becomes what it is. `isLive`: what changes is seen to change. */
  function draw(next: Window, isLive = false): void {
    stretch = next;
    const wanted = next.all.slice(next.begin, next.end);
    const kept = new Set(wanted.map(({ messageId }) => messageId));
    for (const [messageId, { item }] of drawn) {
      if (kept.has(messageId)) continue;
      item.remove();
      drawn.delete(messageId);
    }
    let place = list.firstElementChild;
    for (const message of wanted) {
      const item = drawOne(message, place, isLive);
      place = item.nextElementSibling;
    }
    for (const item of list.children) markDay(item);
    onChange(hasOlder || next.all.some(({ service }) => service === undefined));
  }
  function drawOne(message: Message, place: Element | null, isLive: boolean): HTMLLIElement {
    const old = drawn.get(message.messageId);
    if (old !== undefined && isSame(old.message, message)) return old.item;
    const item = makeItem(message, needs);
    drawn.set(message.messageId, { item, message });
    const height = old?.item.querySelector<HTMLElement>(".stack")?.offsetHeight;
    if (old) exchange(old.item, item);
    else list.insertBefore(item, place);
    if (isLive && height !== undefined) change(item, height);
    else if (isLive) arrive(item);
    return item;
  }

  /** Draws another stretch; what is in sight stays where it is. */
  function move(next: Window): void {
    const anchor = [...list.children].find((item) => item.getBoundingClientRect().bottom > 0);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    box.style.overflowAnchor = "none";
    draw(next);
    if (anchor?.isConnected) box.scrollTop += anchor.getBoundingClientRect().top - before;
    box.style.overflowAnchor = "";
  }

  /** How many of these, from the first on, lie far out of sight. */
  function countFar(items: readonly Element[]): number {
    const { top, bottom } = box.getBoundingClientRect();
    const isFar = (item: Element): boolean => {
      const place = item.getBoundingClientRect();
      return place.top > bottom + farPx || place.bottom < top - farPx;
    };
    const near = items.findIndex((item) => !isFar(item));
    return near < 0 ? 0 : near;
  }

  const oldest = (): number => stretch.all[0]?.messageId ?? 0;
  /** A failure is tried again with the next look. */
  function fetchOlder(): Promise<void> {
    const before = oldest();
    fetching ??= needs
      .fetchOlder(before)
      .then((older) => {
        hasOlder = older.length > 0;
        // The chat may have been shown anew meanwhile.
        if (oldest() === before) stretch = withOlder(stretch, older);
      })
      .catch(() => undefined)
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  let waiting = 0;
  function look(): void {
    waiting = 0;
    const { begin, end, all } = stretch;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (box.scrollTop < nearPx) {
      if (hasOlder && begin < leastHeld && fetching === undefined) void fetchOlder().then(lookSoon);
      if (begin === 0) return;
      move(up(stretch, countFar([...list.children].reverse())));
      lookSoon();
    } else if (below < nearPx && end < all.length) {
      move(down(stretch, countFar([...list.children])));
      lookSoon();
    }
  }
  const lookSoon = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(look);
  };
  box.addEventListener("scroll", lookSoon, { passive: true });

  return {
    show(messages, isPart) {
      hasOlder = isPart;
      const { begin, end, all } = stretch;
      const first = all[begin]?.messageId;
      const known = messages.findIndex(({ messageId }) => messageId === first);
      const isAtEnd = end === all.length;
      if (known < 0) draw(atEnd(messages));
      else draw({ all: messages, begin: known, end: isAtEnd ? messages.length : known + end - begin });
    },
    size: () => stretch.all.length,
    put(message) {
      // An edit of one that was not fetched yet.
      if (hasOlder && message.messageId < oldest()) return;
      const next = withOne(stretch, message);
      // Who reads the newest ones has no need of so many of the old.
      const isLong = next.end === next.all.length && next.end - next.begin > mostCount;
      if (isLong) move(atEnd(next.all));
      else draw(next, true);
    },
    remove(messageId) {
      draw(without(stretch, messageId));
    },
    async reveal(messageId) {
      while (messageId < oldest() && hasOlder) await fetchOlder();
      const at = stretch.all.findIndex((message) => message.messageId === messageId);
      if (at < 0) return;
      if (!drawn.has(messageId)) {
        const begin = Math.max(0, at - 10);
        draw({ all: stretch.all, begin, end: Math.min(stretch.all.length, begin + 30) });
      }
      drawn.get(messageId)?.item.scrollIntoView({ block: "center", behavior: "smooth" });
    },
    toNewest() {
      if (stretch.end === stretch.all.length) return true;
      draw(atEnd(stretch.all));
      return false;
    },
    nameDays() {
      for (const item of list.children) markDay(item);
    },
  };
}
