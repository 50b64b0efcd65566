// The order of the test files: those that take longest begin first, so that none of them is left over for one worker at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./root.ts";

/**
 * As measured on two cores; a clean checkout has no other memory. Three files run at a time: those that count
 * seconds first and away from browsers, beside those that start many processes those that mostly wait, then the longest.
 */
const heavy = [
  "delivery/chaos",
  "processes/redis-outage",
  "delivery/alerts-trouble",
  "delivery/pace",
  "delivery/trouble",
  "delivery/held",
  "delivery/broadcast",
  "delivery/order",
  "delivery/two-folders",
  "e2e/redis-away",
  "e2e/browser",
  "cli/doctor",
  "cli/doctor-webhook",
  "cli/doctor-house",
  "e2e/rooms",
  "fuzz/updates",
  "e2e/bad-input",
  "e2e/dashboard-desk",
  "e2e/hangup",
  "delivery/closing",
  "processes/ticking",
  "processes/play-time",
  "e2e/pages",
  "e2e/real-bot",
  "e2e/nothing-private",
  "e2e/dashboard",
  "e2e/chat-page",
  "schedule/process-zone",
  "e2e/restore-drill",
  "e2e/main-line",
  "e2e/reload",
  "e2e/procfile",
  "e2e/bad-articles",
  "articles/crash",
  "delivery/silent-feeds",
  "bot/walks",
  "processes/early-stop",
  "e2e/read-only",
  "processes/answered-after",
  "processes/terminated",
  "articles/stories/grouping",
  "security/hostile-log",
  "security/hostile-payloads",
  "articles/hostile-feeds",
  "bot/privacy",
  "bot/settings-screens",
  "cli/commands",
  "articles/feed-pages",
  "bot/prayers",
  "text/hostile-lines",
  "articles/cleaning-steps",
  "bot/stories",
  "cli/faults",
].map((name) => join(root, "tests", `${name}.test.ts`));

export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = heavy.filter((file) => !existsSync(file));
    if (gone.length > 0) throw new Error(`tests/sequence.ts names files that are gone: ${gone.join(", ")}`);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = heavy.indexOf(moduleId);
      return at < 0 ? heavy.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
