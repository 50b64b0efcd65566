// A log whose lines are counted: every event is a series, so that alerts can be made of any of them.
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";

/** Event names are words of the code, so there are few; debug lines are not counted. */
export function countLines(log: Log, meter: Pick<Meter, "count">): Log {
  const count = (level: string, event: string): void =>
    meter.count("mujaz_log_events_total", { level, event });
  return {
    debug: (event, fields) => log.debug(event, fields),
    info(event, fields) {
      count("info", event);
      log.info(event, fields);
    },
    warn(event, fields) {
      count("warn", event);
      log.warn(event, fields);
    },
    error(event, fields) {
      count("error", event);
      log.error(event, fields);
    },
    child: (fields) => countLines(log.child(fields), meter),
  };
}
