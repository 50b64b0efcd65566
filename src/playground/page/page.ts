// The playground's chat page: wires the parts to the server. Every message is drawn from the server's events.
import { chat as askedChat, thread as askedThread, pageAddress, takeOnce } from "./address.ts";
import { pageNow } from "./clock.ts";
import { createCommands } from "./commands.ts";
import { createComposer } from "./composer.ts";
import type { Bench, Chat, ChatEvent, Message } from "./contract.ts";
import { followDeepLinks, offerStart } from "./deepLinks.ts";
import { byId } from "./dom.ts";
import { createHeader } from "./header.ts";
import { createInline } from "./inline.ts";
import { createPresses } from "./keyboard.ts";
import { createKeys } from "./keys.ts";
import { createLog, type Log } from "./log.ts";
import { showAlert, showToast } from "./notice.ts";
import { createPlaces } from "./places.ts";
import { createReply } from "./reply.ts";
import { createRoom } from "./room.ts";
import { createScroll } from "./scroll.ts";
import {
  askInline,
  chooseInline,
  clearFault,
  deliverNow,
  fetchOlder,
  followChat,
  invite,
  type Listener,
  moveClock,
  pressButton,
  seatBot,
  sendPlace,
  sendText,
  setBlocked,
  setFault,
  setLimits,
  shareChat,
} from "./server.ts";
import { pressKey, shareElsewhere } from "./share.ts";
import { createThemes } from "./theme.ts";
import { createTools } from "./tools.ts";
import { translatePage, words } from "./words.ts";

/** How long Telegram shows "typing" after one chat action. */
const typingMs = 5000;

/** Messages that are fetched at first. */
const leastFetched = 120;

translatePage();

async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    showToast(words.failed);
    return false;
  }
}

let chat: Chat | undefined;
let isAnonymous = false;
const botName = (): string => `@${chat?.bot.username ?? ""}`;
const canWrite = (): boolean => chat?.place.canWrite === true;

const reply = createReply();
async function send(text: string): Promise<boolean> {
  const replyTo = reply.take();
  return attempt(sendText({ text, isAnonymous, ...(replyTo === undefined ? {} : { replyTo }) }));
}
/** In groups a command names its bot, as Telegram's apps send it. */
async function sendCommand(command: string): Promise<boolean> {
  // A channel shows commands to who cannot send them.
  if (!canWrite()) return false;
  const isPrivate = chat === undefined || chat.place.kind === "private";
  return send(isPrivate || command.includes("@") ? command : `${command}${botName()}`);
}

const room = createRoom();
const header = createHeader({
  block: (isBlocked) => attempt(setBlocked(isBlocked)),
  seat: (bot) => attempt(seatBot(bot)),
  async invite(person) {
    return attempt(invite(person));
  },
  setAnonymous(isOn) {
    isAnonymous = isOn;
    if (chat !== undefined) room.show(chat, isAnonymous);
  },
});
const places = createPlaces();
const presses = createPresses(pressButton, () => showToast(words.failed));
const scroll = createScroll(() => log.toNewest());
const showCommands = createCommands(sendCommand);
// Before the composer: Enter chooses in an open list of results.
createInline({
  ask: askInline,
  choose: (queryId, resultId) => attempt(chooseInline(queryId, resultId)),
  botName,
  canWrite,
});
const composer = createComposer(send);
const keys = createKeys((key) =>
  chat === undefined
    ? Promise.resolve(false)
    : pressKey(chat, key, {
        say: send,
        share: (button, shared) => attempt(shareChat(button, shared)),
        locate: (latitude, longitude) => attempt(sendPlace(latitude, longitude)),
      }),
);
const log: Log = createLog(
  {
    presses,
    onCommand: sendCommand,
    onReply: reply.start,
    onShare(query, isHere) {
      if (isHere) composer.write(`${botName()} ${query}`);
      else if (chat !== undefined) void shareElsewhere(chat, query);
    },
    botName,
    fetchOlder,
    onAnswered: (messageId) => void log.reveal(messageId),
    canReply: canWrite,
  },
  (isBegun) => {
    byId("welcome", HTMLElement).hidden = isBegun;
  },
);
followDeepLinks(botName);
createThemes();
const showBench = createTools({
  deliver: deliverNow,
  move: moveClock,
  setFault,
  clearFault,
  setLimits,
});
/** The clock first: days are named by it. */
function takeBench(bench: Bench): void {
  const before = pageNow();
  showBench(bench);
  if (pageNow() - before > 60_000) log.nameDays();
}
byId("start", HTMLButtonElement).addEventListener("click", () => void sendCommand("/start"));

let typing: ReturnType<typeof setTimeout> | undefined;
function showTyping(isTyping: boolean): void {
  clearTimeout(typing);
  header.showState(isTyping ? "typing" : "bot");
  if (isTyping) typing = setTimeout(() => header.showState("bot"), typingMs);
}

function showMessage(message: Message): void {
  if (message.from === "bot") showTyping(false);
  log.put(message);
  keys.show([message]);
  scroll(message.isMine);
}

function showEvent(event: ChatEvent): void {
  switch (event.type) {
    case "message":
      showMessage(event.message);
      break;
    case "edit":
      log.put(event.message);
      scroll(false);
      break;
    case "delete":
      log.remove(event.messageId);
      break;
    case "typing":
      showTyping(true);
      break;
    case "commands":
      showCommands(event.commands);
      break;
    case "bench":
      takeBench(event.bench);
      break;
    case "elsewhere":
      places.mark(event.chat, event.thread);
      break;
    case "answer":
      presses.end(event.queryId);
      if (event.text) (event.showAlert ? showAlert : showToast)(event.text);
      break;
  }
}

/** A chat that the address asks for in vain is left for what there is. */
function isElsewhere({ place }: Chat): boolean {
  const key = place.kind === "private" ? "" : place.key;
  const thread = place.kind === "private" ? undefined : place.thread;
  if (key === askedChat && thread === askedThread) return false;
  location.replace(pageAddress({ chat: key, thread }));
  return true;
}

let draft = takeOnce("draft");
let start = takeOnce("start");
header.showState("connecting");
const listener: Listener = {
  onChat(next) {
    if (isElsewhere(next)) return;
    chat = next;
    header.showChat(next);
    places.show(next);
    room.show(next, isAnonymous);
    showTyping(false);
    showCommands(next.commands);
    takeBench(next.bench);
    log.show(next.messages, next.hasOlder);
    keys.show(next.messages);
    scroll(false);
    if (draft !== "") composer.write(draft);
    draft = "";
    if (start !== "" && next.place.kind === "private" && !next.me.blocked) offerStart(start, send);
    start = "";
  },
  onEvent: showEvent,
  onLost: () => header.showState("connecting"),
};
followChat(listener, () => Math.max(leastFetched, log.size()));
