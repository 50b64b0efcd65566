// Where the page stands, read from its address: the person, the language, the chat and the topic; and links to elsewhere.

const query = new URLSearchParams(location.search);

/** The language of the page: `?lang=en`, or Arabic. */
export const lang: "ar" | "en" = query.get("lang") === "en" ? "en" : "ar";

/** How days, hours and numbers are written: as in the viewer's own country, where the browser names an Arab one, or in Cairo. */
export const region =
  lang === "en" ? "en-GB" : (navigator.languages.find((code) => /^ar-/i.test(code)) ?? "ar-EG");

/** Who is speaking: `?user=N` from 1 to 6, or 1. */
export const user: number = /^[1-6]$/.test(query.get("user") ?? "") ? Number(query.get("user")) : 1;

/** `?chat=`: the short name or the id of a group or channel; empty for the person's own chat with the bot. */
export const chat: string = query.get("chat") ?? "";

/** `?thread=`: the topic of a forum; undefined for "General". */
export const thread: number | undefined = /^\d{1,9}$/.test(query.get("thread") ?? "")
  ? Number(query.get("thread"))
  : undefined;

export interface Address {
  readonly user?: number;
  readonly lang?: "ar" | "en";
  readonly chat?: string;
  readonly thread?: number | undefined;
  /** What stands in the composer when the page opens. */
  readonly draft?: string;
  /** What a link to the bot carries: it goes with the Start button. */
  readonly start?: string;
}

/** The address of this page with some of it changed. A change of the chat leaves the topic. */
export function pageAddress(change: Address): string {
  const next = {
    user,
    lang,
    chat,
    thread: change.chat === undefined || change.chat === chat ? thread : undefined,
    ...change,
  };
  const parts = new URLSearchParams({ user: String(next.user) });
  if (next.chat !== "") parts.set("chat", next.chat);
  if (next.thread !== undefined) parts.set("thread", String(next.thread));
  if (next.lang === "en") parts.set("lang", "en");
  if (change.draft !== undefined) parts.set("draft", change.draft);
  if (change.start) parts.set("start", change.start);
  return `?${parts}`;
}

/** The `?draft=` or `?start=` of a link, once: a reload begins with an empty composer. */
export function takeOnce(name: "draft" | "start"): string {
  const value = query.get(name) ?? "";
  if (query.has(name)) history.replaceState(null, "", pageAddress({}));
  return value;
}
