// Inline mode: "@bot words" in the composer shows what the bot offers as a list above it; choosing one sends it.
import type { Offers } from "./contract.ts";
import { byId } from "./dom.ts";
import { type Choose, createInlineList } from "./inlineList.ts";
import { words } from "./words.ts";

/** The bot is asked when nothing was typed for this long. */
const quietMs = 250;

export interface InlineNeeds {
  ask(query: string, offset: string): Promise<Offers>;
  /** True when it was sent. */
  choose: Choose;
  /** "@name". */
  botName(): string;
  canWrite(): boolean;
}

/** The words after the bot's name; undefined where the text is no inline query. */
export function toQuery(text: string, botName: string): string | undefined {
  if (!text.toLowerCase().startsWith(botName.toLowerCase())) return undefined;
  const rest = text.slice(botName.length);
  return /^\s/.test(rest) ? rest.trim() : undefined;
}

/** Sets inline mode up; before the composer, for Enter chooses in an open list. */
export function createInline({ ask, choose, botName, canWrite }: InlineNeeds): void {
  const input = byId("input", HTMLTextAreaElement);
  const list = createInlineList(input, async (queryId, resultId) => {
    const isSent = await choose(queryId, resultId);
    if (isSent) {
      input.value = "";
      input.dispatchEvent(new Event("input"));
    }
    return isSent;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let shown: string | undefined;

  async function load(query: string, offset: string): Promise<void> {
    asked += 1;
    const turn = asked;
    const offers = await ask(query, offset).catch(() => undefined);
    // Who typed on wants the later answer.
    if (turn !== asked || shown !== query) return;
    if (offers === undefined) return list.note(words.failed);
    list.show(offers, offset !== "", () => void load(query, offers.nextOffset));
  }

  input.addEventListener("input", () => {
    const query = canWrite() ? toQuery(input.value, botName()) : undefined;
    if (query === shown) return;
    shown = query;
    clearTimeout(timer);
    if (query === undefined) return list.close();
    if (!list.isOpen()) list.note(words.searching);
    timer = setTimeout(() => void load(query, ""), quietMs);
  });
  input.addEventListener("keydown", (event) => {
    if (!list.isOpen() || event.isComposing) return;
    if (!list.onKey(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
