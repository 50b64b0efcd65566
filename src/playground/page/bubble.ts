// One message of the list: its bubble with sender, quote, text and time, or the small line of a service message.
import { dayWords, hourWords, pageNow } from "./clock.ts";
import type { Message, Service } from "./contract.ts";
import { make } from "./dom.ts";
import { type OnCommand, renderText } from "./entities.ts";
import { type KeyActs, makeKeyboard } from "./keyboard.ts";
import { makeMedia } from "./media.ts";
import { type Word, words, wordsWith } from "./words.ts";

/** What a message lets one do. */
export interface BubbleActs extends KeyActs {
  readonly onCommand: OnCommand;
  /** Undefined where nothing can be answered. */
  onReply(message: Message): void;
  /** The bot's "@name", for what came through it. */
  botName(): string;
  /** Brings the message that another one answers into sight. */
  onAnswered(messageId: number): void;
  canReply(): boolean;
}

/** The day of an instant in unix seconds, in words. */
export function dayOf(seconds: number): string {
  const day = dayWords(seconds * 1000);
  return day === dayWords(pageNow()) ? words.today : day;
}

function makeStamp(message: Message, acts: BubbleActs): HTMLElement {
  const { date, editDate, sender } = message;
  const at = new Date(date * 1000);
  const time = make("time", { datetime: at.toISOString() }, hourWords(at.getTime()));
  const edited = editDate === undefined ? [] : [make("span", { class: "edited" }, words.edited)];
  const stamp = make("div", { class: "stamp" }, ...edited, time);
  if (sender === undefined || !acts.canReply()) return stamp;
  const label = wordsWith("replyTo", sender.name);
  const reply = make("button", { type: "button", class: "reply", "aria-label": label }, words.reply);
  reply.dataset["key"] = "reply";
  reply.addEventListener("click", () => acts.onReply(message));
  stamp.prepend(reply);
  return stamp;
}

/** The name over a message of a group; one's own need none, unless it is not one's own name. */
function makeSender({ sender, isMine, isViaBot }: Message, botName: string): HTMLElement[] {
  const isNamed = sender !== undefined && (!isMine || sender.colour === undefined);
  if (!isNamed && isViaBot !== true) return [];
  const name = isNamed ? [make("bdi", { class: "name" }, sender.name)] : [];
  const via = isViaBot === true ? [make("span", { class: "via" }, wordsWith("via", botName))] : [];
  const line = make("div", { class: "sender" }, ...name, ...via);
  if (sender?.colour !== undefined) line.dataset["colour"] = String(sender.colour);
  return [line];
}

function makeAnswered({ answered }: Message, acts: BubbleActs): HTMLElement[] {
  if (answered === undefined) return [];
  const quote = make(
    "button",
    { type: "button", class: "answered", title: wordsWith("replyTo", answered.name) },
    make("bdi", { class: "name" }, answered.name),
    make("span", { class: "words" }, make("bdi", {}, answered.text)),
  );
  quote.addEventListener("click", () => acts.onAnswered(answered.messageId));
  return [quote];
}

const serviceWords = {
  came: "cameLine",
  gone: "goneLine",
  topic: "topicLine",
  raised: "raisedLine",
  lowered: "loweredLine",
  shared: "sharedLine",
  other: "otherLine",
} as const satisfies Record<Service["kind"], Word>;

export function makeItem(message: Message, acts: BubbleActs): HTMLLIElement {
  const { messageId, from, date, service, isMine } = message;
  const item = make("li", { class: "message", "data-message-id": String(messageId) });
  item.dataset["from"] = from;
  item.dataset["date"] = String(date);
  if (isMine) item.dataset["mine"] = "";
  if (service !== undefined) {
    item.classList.add("service");
    // In the page's direction: "auto" would take that of the name, which an English line begins with.
    item.append(make("p", { class: "line" }, wordsWith(serviceWords[service.kind], service.name)));
    return item;
  }
  const text = make("div", { class: "text" }, ...renderText(message.text, message.entities, acts.onCommand));
  const bubble = make(
    "div",
    { class: "bubble" },
    ...makeSender(message, acts.botName()),
    ...makeAnswered(message, acts),
    ...makeMedia(message),
    ...(message.text === "" ? [] : [text]),
    makeStamp(message, acts),
  );
  item.append(make("div", { class: "stack" }, bubble, ...makeKeyboard(message, acts)));
  return item;
}
