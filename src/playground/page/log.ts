// The list of messages: one bubble a message, in the order of their ids, with the day above the first of each day.

import { type BubbleActs, makeItem } from "./bubble.ts";
import type { Message } from "./contract.ts";
import { byId, make } from "./dom.ts";

/** The drawn messages; every change is idempotent, by message id. */
export interface Log {
  /** Draws exactly these messages; ones already drawn and unchanged are left alone. */
  show(messages: readonly Message[]): void;
  put(message: Message): void;
  remove(messageId: number): void;
}

/** Shows the day above an item when the one before it is of another day. */
function markDay(item: Element | null): void {
  if (!(item instanceof HTMLElement)) return;
  item.querySelector(":scope > .day")?.remove();
  const before = item.previousElementSibling;
  const { day } = item.dataset;
  if (day === undefined || (before instanceof HTMLElement && before.dataset["day"] === day)) return;
  item.prepend(make("div", { class: "day" }, make("span", {}, day)));
}

/** Puts the focus back on the same key when an edit redraws the message under it. */
function keepFocus(old: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !old.contains(active)) return;
  const key = active.dataset["key"];
  old.replaceWith(fresh);
  if (key !== undefined)
    fresh.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus({ preventScroll: true });
}

/** Draws into `#messages`; `onChange` is called after each change with the number of messages that somebody wrote. */
export function createLog(acts: BubbleActs, onChange: (count: number) => void): Log {
  const list = byId("messages", HTMLOListElement);
  const drawn = new Map<number, { item: HTMLLIElement; source: string }>();

  function draw(message: Message): void {
    const { messageId } = message;
    const source = JSON.stringify(message);
    const old = drawn.get(messageId);
    if (old?.source === source) return;
    const item = makeItem(message, acts);
    drawn.set(messageId, { item, source });
    if (old) {
      keepFocus(old.item, item);
      old.item.replaceWith(item);
    } else {
      const after = [...list.children].find(
        (other) => other instanceof HTMLElement && Number(other.dataset["messageId"]) > messageId,
      );
      list.insertBefore(item, after ?? null);
    }
    markDay(item);
    markDay(item.nextElementSibling);
  }

  function drop(messageId: number): void {
    const next = drawn.get(messageId)?.item.nextElementSibling ?? null;
    drawn.get(messageId)?.item.remove();
    drawn.delete(messageId);
    markDay(next);
  }

  return {
    show(messages) {
      const kept = new Set(messages.map(({ messageId }) => messageId));
      for (const messageId of [...drawn.keys()]) if (!kept.has(messageId)) drop(messageId);
      for (const message of messages) draw(message);
      onChange(list.querySelectorAll(":scope > :not(.service)").length);
    },
    put(message) {
      draw(message);
      onChange(list.querySelectorAll(":scope > :not(.service)").length);
    },
    remove(messageId) {
      drop(messageId);
      onChange(list.querySelectorAll(":scope > :not(.service)").length);
    },
  };
}
