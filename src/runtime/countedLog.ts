// A log whose lines are counted, and whose warnings and errors are kept: so alerts can be made of any, and people see them.
import type { FailureList } from "./failures.ts";
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";

/** Event names are words of the code, so there are few; debug lines are not counted. */
export function countLines(
  log: Log,
  meter: Pick<Meter, "count">,
  failures: Pick<FailureList, "add"> = { add: () => undefined },
): Log {
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
      failures.add("warn", event, fields ?? {});
      log.warn(event, fields);
    },
    error(event, fields) {
      count("error", event);
      failures.add("error", event, fields ?? {});
      log.error(event, fields);
    },
    child: (fields) => countLines(log.child(fields), meter, withFields(failures, fields)),
  };
}

function withFields(failures: Pick<FailureList, "add">, more: object): Pick<FailureList, "add"> {
  return { add: (level, event, fields) => failures.add(level, event, { ...more, ...fields }) };
}
