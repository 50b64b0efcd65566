// Speaks to the playground server: the chat, what the user does, and the stream of events.
import type { Chat, ChatEvent } from "./contract.ts";
import { lang, user } from "./words.ts";

const api = "/playground/api";
const reopenAfterMs = 2000;

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(
    `${api}/${path}`,
    body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${path}.`);
  return response.json();
}

/** Sends a message as the user; it comes back as an event. */
export const sendText = (text: string): Promise<unknown> => ask("send", { user, lang, text });

/** Presses a button; the answer comes as an event with the same query id. */
export const pressButton = (messageId: number, data: string): Promise<{ queryId: string }> =>
  ask("press", { user, messageId, data });

/** Blocks the bot or lifts the block. */
export const setBlocked = (blocked: boolean): Promise<unknown> => ask("block", { user, blocked });

/** What a listener is told: the whole chat at each connection, then each event, and a lost connection. */
export interface Listener {
  onChat(chat: Chat): void;
  onEvent(event: ChatEvent): void;
  onLost(): void;
}

/**
 * Follows the chat for as long as the page is open. At each (re)connection the whole chat is fetched;
 * events that come meanwhile wait until it is drawn, so none is lost between the two.
 */
export function followChat(listener: Listener): void {
  const source = new EventSource(`${api}/events?user=${user}`);
  let waiting: ChatEvent[] | null = [];

  const reopen = (): void => {
    source.close();
    listener.onLost();
    setTimeout(() => followChat(listener), reopenAfterMs);
  };

  source.addEventListener("open", async () => {
    waiting = [];
    try {
      listener.onChat(await ask<Chat>(`chat?user=${user}&lang=${lang}`));
    } catch {
      return reopen();
    }
    for (const event of waiting ?? []) listener.onEvent(event);
    waiting = null;
  });
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const event: ChatEvent = JSON.parse(data);
    if (waiting) waiting.push(event);
    else listener.onEvent(event);
  });
  source.addEventListener("error", () => {
    // The browser reconnects by itself unless the answer was an HTTP error.
    if (source.readyState === EventSource.CLOSED) reopen();
    else listener.onLost();
  });
}
