// What node-cron has to say, as lines of our log: by itself it prints in colours of its own.
import type { Logger } from "node-cron";
import type { Log } from "../runtime/log.ts";

/** Tasks that throw, minutes that were missed (a machine that stood still). */
export function createCronLog(log: Log): Logger {
  const quiet = (): void => {};
  return {
    info: quiet,
    debug: quiet,
    warn: (said) => log.warn("cron.warned", { said }),
    error: (said, err) => log.error("cron.failed", { err: err ?? said }),
  };
}
