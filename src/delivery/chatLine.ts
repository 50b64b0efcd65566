// Those who leave because their chat is full come back one by one: all at once would ask in vain but for the first of them.

/** A chat's second, and a little. */
const apartMs = 1_100;

/** `chat` is full for `ms` at the least. Gives how long (ms) who leaves now is to stay away, behind those who left before. */
export type ChatLine = (chat: number, ms: number) => number;

export function createChatLine(nowMs: () => number = () => performance.now()): ChatLine {
  /** By chat, when the last of its line comes back. */
  const lasts = new Map<number, number>();
  return (chat, ms) => {
    const now = nowMs();
    for (const [other, at] of lasts) if (at <= now) lasts.delete(other);
    const last = lasts.get(chat);
    const at = Math.max(now + ms, last === undefined ? 0 : last + apartMs);
    lasts.set(chat, at);
    return at - now;
  };
}
