// The cards of a worker's digests: drawn as config/ asks for, signed with the bot's own name.
import { createMakeCard, type MakeCard } from "../delivery/card.ts";
import { createDrawCard } from "../delivery/cardPicture.ts";
import { callTelegram } from "../delivery/telegram.ts";
import type { House } from "./house.ts";
import { createTelegraf } from "./telegram.ts";

/** Who we are is asked this long (ms); a card goes without the name before its digest is late. */
const askMs = 5_000;

export function openCards({ config, messages, log }: Pick<House, "config" | "messages" | "log">): MakeCard {
  let name: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const { telegram } = createTelegraf(config.env);
    const me = await callTelegram<{ username?: string }>(telegram, "getMe", {}, AbortSignal.timeout(askMs));
    return me.username ?? "";
  };
  return createMakeCard({
    mode: config.digest.card,
    messages,
    hijriShift: config.bot.hijriShift,
    draw: createDrawCard(),
    report: (event, fields) => log.warn(event, fields),
    username() {
      name ??= ask();
      return name.catch(() => {
        // The next card asks again.
        name = undefined;
        return "";
      });
    },
  });
}
