// What `mujaz doctor` says of a question that Telegram did not answer.
import type { Config } from "../config/config.ts";
import { redact } from "../runtime/log.ts";
import { type Found, fault } from "./finding.ts";

/** `method` as the Bot API calls it. */
export function unreachable(method: string, env: Config["env"], error: unknown): Found {
  const why = redact(error instanceof Error ? error.message : String(error));
  const server = env.telegramApiRoot ?? "https://api.telegram.org";
  return fault(
    `${method} failed: ${why}`,
    `Let this machine reach ${server} (proxy, firewall, DNS), or correct TELEGRAM_API_ROOT`,
  );
}
