// The list of messages: one bubble a message, in the order of their ids, with the day above the first of each day.
// Old messages are fetched and drawn when one scrolls up to them, so that thousands cost no more than a screen of them.

import { type BubbleActs, dayOf, makeItem } from "./bubble.ts";
import type { Message } from "./contract.ts";
import { byId, make } from "./dom.ts";
import { arrive, change } from "./motion.ts";

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
  /** The day has changed: what was today is yesterday. */
  nameDays(): void;
}

/** Drawn at once, and with each step up. */
const [firstCount, stepCount] = [24, 10];

/** Fewer undrawn ones than this, and older ones are fetched. */
const leastHeld = 100;

/** So near to the oldest drawn message the next ones are drawn, in pixels. */
const nearPx = 2500;

/** Shows the day above an item when the one before it is of another day. */
function markDay(item: Element | null): void {
  if (!(item instanceof HTMLElement)) return;
  item.querySelector(":scope > .day")?.remove();
  const before = item.previousElementSibling;
  const day = dayOf(Number(item.dataset["date"]));
  if (before instanceof HTMLElement && dayOf(Number(before.dataset["date"])) === day) return;
  item.prepend(make("div", { class: "day" }, make("span", {}, day)));
}

/** Puts the new one in the old one's place, and the focus back on the same key. */
function exchange(old: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && old.contains(active) ? active.dataset["key"] : undefined;
  old.replaceWith(fresh);
  if (key !== undefined)
    fresh.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus({ preventScroll: true });
}

/** What the log asks for. */
export interface LogNeeds extends BubbleActs {
  /** The messages before one, rising; none when there are no more. */
  fetchOlder(before: number): Promise<readonly Message[]>;
}

/** Draws into `#messages`; `onChange` is called after each change with whether somebody has written something. */
export function createLog(acts: LogNeeds, onChange: (isBegun: boolean) => void): Log {
  const box = byId("log", HTMLElement);
  const list = byId("messages", HTMLOListElement);
  const drawn = new Map<number, { readonly item: HTMLLIElement; readonly source: string }>();
  /** Those before the drawn ones, rising. */
  let held: readonly Message[] = [];
  let spoken = 0;
  let hasOlder = false;
  let fetching: Promise<void> | undefined;

  const tell = (): void => onChange(spoken > 0 || held.length > 0);
  const firstDrawn = (): number =>
    Number((list.firstElementChild as HTMLElement | null)?.dataset["messageId"]);
  const oldest = (): number => held[0]?.messageId ?? firstDrawn();
  /** Undrawn ones beyond those that are here; a failure is tried again with the next look. */
  function fetchOlder(): Promise<void> {
    const before = oldest();
    fetching ??= acts
      .fetchOlder(before)
      .then((older) => {
        hasOlder = older.length > 0;
        // The chat may have been shown anew meanwhile.
        if (oldest() === before) held = [...older, ...held];
      })
      .catch(() => undefined)
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }
  function keep(message: Message, source: string): HTMLLIElement {
    const item = makeItem(message, acts);
    if (!drawn.has(message.messageId) && message.service === undefined) spoken += 1;
    drawn.set(message.messageId, { item, source });
    return item;
  }
  /** Nearly always behind all others. */
  function successorOf(messageId: number): Element | null {
    let next: Element | null = null;
    for (let item = list.lastElementChild; item !== null; item = item.previousElementSibling) {
      if (item instanceof HTMLElement && Number(item.dataset["messageId"]) < messageId) break;
      next = item;
    }
    return next;
  }
  function draw(message: Message, isLive: boolean): void {
    const source = JSON.stringify(message);
    const old = drawn.get(message.messageId);
    if (old?.source === source) return;
    const height = isLive ? old?.item.querySelector<HTMLElement>(".stack")?.offsetHeight : undefined;
    const item = keep(message, source);
    if (old) exchange(old.item, item);
    else list.insertBefore(item, successorOf(message.messageId));
    markDay(item);
    markDay(item.nextElementSibling);
    if (height !== undefined) change(item, height);
    else if (isLive && !old) arrive(item);
  }
  function drop(messageId: number): void {
    const item = drawn.get(messageId)?.item;
    if (item === undefined) return;
    const next = item.nextElementSibling;
    if (!item.classList.contains("service")) spoken -= 1;
    item.remove();
    drawn.delete(messageId);
    markDay(next);
  }

  /** Draws a step of older ones; what is in sight stays where it is. */
  function drawOlder(): void {
    const older = held.slice(-stepCount);
    held = held.slice(0, -stepCount);
    const first = list.firstElementChild;
    const before = box.scrollHeight;
    box.style.overflowAnchor = "none";
    list.prepend(...older.map((message) => keep(message, JSON.stringify(message))));
    for (let item = list.firstElementChild; item !== null; item = item.nextElementSibling) {
      markDay(item);
      if (item === first) break;
    }
    box.scrollTop += box.scrollHeight - before;
    box.style.overflowAnchor = "";
  }
  let waiting = 0;
  function look(): void {
    waiting = 0;
    if (box.scrollTop > nearPx) return;
    if (hasOlder && held.length < leastHeld) void fetchOlder().then(lookSoon);
    if (held.length === 0) return;
    drawOlder();
    // Where that was not enough.
    lookSoon();
  }
  const lookSoon = (): void => {
    if (waiting === 0 && (held.length > 0 || (hasOlder && fetching === undefined)))
      waiting = requestAnimationFrame(look);
  };
  box.addEventListener("scroll", lookSoon, { passive: true });

  return {
    show(messages, isPart) {
      hasOlder = isPart;
      const kept = new Set(messages.map(({ messageId }) => messageId));
      for (const messageId of [...drawn.keys()]) if (!kept.has(messageId)) drop(messageId);
      const known = messages.findIndex(({ messageId }) => drawn.has(messageId));
      const from = Math.max(0, messages.length - firstCount);
      const begin = known < 0 ? from : Math.min(known, from);
      held = messages.slice(0, begin);
      for (const message of messages.slice(begin)) draw(message, false);
      tell();
    },
    size: () => drawn.size + held.length,
    put(message) {
      // An edit of one that was not fetched yet.
      if (hasOlder && message.messageId < oldest()) return;
      const at = held.findIndex(({ messageId }) => messageId === message.messageId);
      if (at < 0) draw(message, true);
      else held = held.with(at, message);
      tell();
    },
    remove(messageId) {
      held = held.filter((message) => message.messageId !== messageId);
      drop(messageId);
      tell();
    },
    async reveal(messageId) {
      while (messageId < firstDrawn() && (held.length > 0 || hasOlder)) {
        if (held.length === 0) await fetchOlder();
        drawOlder();
        await new Promise(requestAnimationFrame);
      }
      drawn.get(messageId)?.item.scrollIntoView({ block: "center", behavior: "smooth" });
    },
    nameDays() {
      for (const item of list.querySelectorAll(":scope > :has(> .day)")) markDay(item);
    },
  };
}
