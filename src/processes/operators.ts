// Speaks to the operators (ADMIN_IDS) in Telegram.
import { voiceOf } from "../digest/wording.ts";
import type { MessageValues } from "../messages/messages.ts";
import type { House } from "./house.ts";
import { openOutbox } from "./outbox.ts";
import { openPace } from "./rates.ts";

export interface Operators {
  /** Resolves to true when at least one operator got it, or when another try would reach none either. */
  tell(id: string, values: MessageValues): Promise<boolean>;
}

export function openOperators(house: House): Operators {
  const { config, messages, log } = house;
  const outbox = openOutbox(house, "operator");
  const pace = openPace(house);
  return {
    async tell(id, values) {
      const { adminIds } = config.env;
      const html = messages.say(voiceOf({ ...config.bot, digits: "auto" }), id, values);
      let isTold = false;
      let isWorthAgain = false;
      for (const chat of adminIds) {
        await pace.take("reply");
        const outcome = await outbox.send({ chat, thread: null, html });
        isTold ||= outcome.kind === "sent";
        isWorthAgain ||= outcome.kind === "wait" || outcome.kind === "failed";
        if (outcome.kind !== "sent")
          log.warn("operator.not-told", { chat, message: id, outcome: outcome.kind });
      }
      return isTold || !isWorthAgain;
    },
  };
}
