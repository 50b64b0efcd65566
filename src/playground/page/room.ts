// What differs between kinds of chats around the messages: the welcome card, the composer's hint, the note of who only reads.
import { pageAddress } from "./address.ts";
import type { Chat, Place } from "./contract.ts";
import { byId } from "./dom.ts";
import { words, wordsWith } from "./words.ts";

function welcomeWords({ kind }: Place): string {
  if (kind === "private") return words.welcome;
  return kind === "channel" ? words.welcomeChannel : words.welcomeGroup;
}

function hintWords({ me, place }: Chat, isAnonymous: boolean): string {
  if (place.kind === "private") return words.placeholder;
  return wordsWith("writeAs", isAnonymous ? place.title : me.name);
}

export interface Around {
  show(chat: Chat, isAnonymous: boolean): void;
}

export function createRoom(): Around {
  const input = byId("input", HTMLTextAreaElement);
  const note = byId("read-only", HTMLElement);
  const toChannel = byId("to-channel", HTMLAnchorElement);
  toChannel.href = pageAddress({ chat: "", draft: "/channel" });

  return {
    show(chat, isAnonymous) {
      const { place, me } = chat;
      byId("welcome-text", HTMLElement).textContent = welcomeWords(place);
      byId("start", HTMLButtonElement).hidden = !place.canWrite;
      toChannel.hidden = place.kind !== "channel" || place.role !== "owner" || place.bot !== "absent";
      const hint = hintWords(chat, isAnonymous);
      input.placeholder = hint;
      input.setAttribute("aria-label", hint);
      note.hidden = place.canWrite;
      note.textContent = place.kind === "channel" ? words.readOnly : words.cannotWrite;
      const isBlocked = place.kind === "private" && me.blocked;
      byId("composer", HTMLFormElement).hidden = isBlocked || !place.canWrite;
    },
  };
}
