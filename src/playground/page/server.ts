// Speaks to the playground server: the chat, what the user does, and the stream of events.
import { chat, lang, thread, user } from "./address.ts";
import type { Chat, ChatEvent, FaultPlan, Message, Offers, Seat, Stride } from "./contract.ts";

const api = "/playground/api";
const reopenAfterMs = 2000;

/** Where the page stands, in each request. */
const here = { user, lang, chat, ...(thread === undefined ? {} : { thread }) };

async function ask<T>(path: string, body?: object, place: object = here): Promise<T> {
  const response = await fetch(
    `${api}/${path}`,
    body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...place, ...body }),
    },
  );
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${path}.`);
  return response.json();
}

const query = (): string =>
  String(new URLSearchParams(Object.entries(here).map(([name, value]) => [name, String(value)])));

export interface Saying {
  readonly text: string;
  readonly replyTo?: number;
  readonly isAnonymous?: boolean;
}

/** Sends a message as the user; it comes back as an event. */
export const sendText = (saying: Saying): Promise<unknown> => ask("send", saying);

/** Presses a button; the answer comes as an event with the same query id. */
export const pressButton = (messageId: number, data: string): Promise<{ queryId: string }> =>
  ask("press", { messageId, data });

/** Blocks the bot or lifts the block. */
export const setBlocked = (blocked: boolean): Promise<unknown> => ask("block", { blocked });

/** Brings the bot into the chat, or changes what it is there. */
export const seatBot = (bot: Seat): Promise<unknown> => ask("seat", { bot });

/** The messages before one, rising: some of them, none at the beginning. */
export const fetchOlder = async (before: number): Promise<readonly Message[]> =>
  (await ask<{ messages: readonly Message[] }>(`older?${query()}&before=${before}`)).messages;

/** What the bot offers in inline mode, from an offset on. */
export const askInline = (words: string, offset: string): Promise<Offers> =>
  ask("inline", { query: words, offset });

/** Sends a result of inline mode to this chat. */
export const chooseInline = (queryId: string, resultId: string): Promise<unknown> =>
  ask("choose", { queryId, resultId });

/** Picks a chat by the key that asks for one. */
export const shareChat = (button: string, shared: string): Promise<unknown> =>
  ask("share", { button, shared });

/** Sends a place, in degrees. */
export const sendPlace = (latitude: number, longitude: number): Promise<unknown> =>
  ask("locate", { latitude, longitude });

/** Lets another person into the group or channel, by their N. */
export const invite = (person: number): Promise<unknown> => ask("invite", { person });

/** Has what comes at its time come now; false where nothing comes. */
export const deliverNow = async (): Promise<boolean> =>
  (await ask<{ isDone: boolean }>("deliver", {})).isDone;

/** Moves the clock of the playground; false where there is nothing to move to. */
export const moveClock = async (by: Stride): Promise<boolean> =>
  (await ask<{ isDone: boolean }>("clock", { by })).isDone;

async function end(path: string): Promise<void> {
  const response = await fetch(`${api}/${path}`, { method: "DELETE" });
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${path}.`);
}

/** Plans a fault, or takes the one of a name back. */
export const setFault = (fault: FaultPlan): Promise<unknown> => ask("faults", fault, {});
export const clearFault = (name: string): Promise<void> => end(`faults/${name}`);

/** Telegram's own limits, or none. */
export const setLimits = (isOn: boolean): Promise<unknown> => (isOn ? ask("limits", {}, {}) : end("limits"));

/** What a listener is told: the whole chat at each connection, then each event, and a lost connection. */
export interface Listener {
  onChat(chat: Chat): void;
  onEvent(event: ChatEvent): void;
  onLost(): void;
}

/**
 * Follows the chat for as long as the page is open. At each (re)connection, and when members change, the whole
 * chat is fetched, with its `last()` messages; events that come meanwhile wait until it is drawn, so none is lost between the two.
 */
export function followChat(listener: Listener, last: () => number): void {
  const source = new EventSource(`${api}/events?${query()}`);
  let waiting: ChatEvent[] | null = [];

  const reopen = (): void => {
    source.close();
    listener.onLost();
    setTimeout(() => followChat(listener, last), reopenAfterMs);
  };
  async function refresh(): Promise<void> {
    waiting = [];
    try {
      listener.onChat(await ask<Chat>(`chat?${query()}&last=${last()}`));
    } catch {
      return reopen();
    }
    const missed = waiting;
    waiting = null;
    missed.forEach(take);
  }
  function take(event: ChatEvent): void {
    if (waiting) waiting.push(event);
    else if (event.type === "changed") void refresh();
    else listener.onEvent(event);
  }

  source.addEventListener("open", () => void refresh());
  source.addEventListener("message", ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
  source.addEventListener("error", () => {
    // The browser reconnects by itself unless the answer was an HTTP error.
    if (source.readyState === EventSource.CLOSED) reopen();
    else listener.onLost();
  });
}
