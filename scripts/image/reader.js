// A reader of the chat page, over HTTP.
import { setTimeout as sleep } from "node:timers/promises";

/** Asks until there is an answer; undefined and thrown errors (nobody listens yet) are none. */
export async function until(what, seconds, look) {
  const deadline = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < deadline) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
    await sleep(100);
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`, { cause: last });
}

export function openReader(address) {
  const get = async (path) => {
    const response = await fetch(address + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const post = async (path, body) => {
    const response = await fetch(`${address}/playground/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user: 1, lang: "ar", ...body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  const messages = async () => (await (await get("/playground/api/chat?user=1&lang=ar")).json()).messages;
  return {
    get,
    post,
    messages,
    /** The first message of the bot that fits. */
    waitFor: (what, fits) =>
      until(what, 60, async () => (await messages()).find((one) => one.from === "bot" && fits(one))),
    /** Presses the button whose words hold these. */
    async press(words) {
      const buttons = (await messages()).flatMap(({ messageId, keyboard = [] }) =>
        keyboard.flat().map(({ text, data }) => ({ messageId, text, data })),
      );
      const button = buttons.findLast(({ text }) => text.includes(words));
      if (button === undefined) throw new Error(`there is no button ${words}`);
      await post("press", { messageId: button.messageId, data: button.data });
    },
  };
}
