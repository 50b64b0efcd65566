// The playground's chat page: wires the parts to the server. Every message is drawn from the server's events.
import { createCommands } from "./commands.ts";
import { createComposer } from "./composer.ts";
import type { ChatEvent, Message } from "./contract.ts";
import { byId } from "./dom.ts";
import { createHeader } from "./header.ts";
import { createPresses } from "./keyboard.ts";
import { createLog } from "./log.ts";
import { showAlert, showToast } from "./notice.ts";
import { createScroll } from "./scroll.ts";
import { followChat, pressButton, sendText, setBlocked } from "./server.ts";
import { translatePage, words } from "./words.ts";

/** How long Telegram shows "typing" after one chat action. */
const typingMs = 5000;

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
const send = (text: string): Promise<boolean> => attempt(sendText(text));

const start = byId("start", HTMLButtonElement);
const welcome = byId("welcome", HTMLElement);
const header = createHeader((isBlocked) => attempt(setBlocked(isBlocked)));
const presses = createPresses(pressButton, () => showToast(words.failed));
const scroll = createScroll();
const showCommands = createCommands(send);
const log = createLog(presses, send, (count) => {
  welcome.hidden = count > 0;
});
createComposer(send);
start.addEventListener("click", () => void send("/start"));

let typing: ReturnType<typeof setTimeout> | undefined;
function showTyping(isTyping: boolean): void {
  clearTimeout(typing);
  header.showState(isTyping ? "typing" : "bot");
  if (isTyping) typing = setTimeout(() => header.showState("bot"), typingMs);
}

function showMessage(message: Message): void {
  if (message.from === "bot") showTyping(false);
  log.put(message);
  scroll(message.from === "user");
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
    case "answer":
      presses.end(event.queryId);
      if (event.text) (event.showAlert ? showAlert : showToast)(event.text);
      break;
  }
}

header.showState("connecting");
followChat({
  onChat(chat) {
    header.showChat(chat);
    showTyping(false);
    showCommands(chat.commands);
    log.show(chat.messages);
    scroll(false);
  },
  onEvent: showEvent,
  onLost: () => header.showState("connecting"),
});
