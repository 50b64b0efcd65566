// Links to the bot (t.me/<bot>?start=…) open here, as they open inside Telegram; what they carry goes with the Start button.
import { pageAddress, user } from "./address.ts";
import { byId } from "./dom.ts";

/** https://core.telegram.org/bots/features#deep-linking */
const payload = /^[A-Za-z0-9_-]{1,64}$/;

/** What a link to this bot carries, "" for nothing; undefined for any other address. */
export function startOf(address: string, botName: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams, protocol } = new URL(address);
  const name =
    protocol === "tg:" && hostname === "resolve"
      ? searchParams.get("domain")
      : /^(t\.me|telegram\.me)$/.test(hostname)
        ? pathname.slice(1)
        : null;
  if (name?.toLowerCase() !== botName.slice(1).toLowerCase()) return undefined;
  const start = searchParams.get("start") ?? "";
  return payload.test(start) ? start : "";
}

/** Follows links to the bot inside the page. */
export function followDeepLinks(botName: () => string): void {
  byId("messages", HTMLElement).addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const start = startOf(link.href, botName());
    if (start === undefined) return;
    event.preventDefault();
    location.assign(pageAddress({ user, chat: "", start }));
  });
}

/** Shows the Start button in place of the composer until it is pressed. */
export function offerStart(start: string, send: (text: string) => Promise<boolean>): void {
  const button = byId("deep-start", HTMLButtonElement);
  const composer = byId("composer", HTMLFormElement);
  const other = byId("start", HTMLButtonElement);
  button.hidden = false;
  other.hidden = true;
  composer.hidden = true;
  button.focus();
  button.addEventListener("click", async () => {
    if (!(await send(`/start ${start}`))) return;
    button.hidden = true;
    composer.hidden = false;
    byId("input", HTMLTextAreaElement).focus();
  });
}
