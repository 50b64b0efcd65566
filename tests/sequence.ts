// The order of the test files: those that take longest begin first, so that none of them is left over for one worker at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./root.ts";

/**
 * As measured on two cores; a clean checkout has no other memory. Three files run at a time: beside those that start many
 * processes or a browser those that mostly wait, and then the longest first.
 */
const heavy = [
  "delivery/chaos",
  "processes/redis-outage",
  "e2e/browser",
  "delivery/alerts-trouble",
  "e2e/rooms",
  "e2e/redis-away",
  "e2e/dashboard-desk",
  "delivery/broadcast",
  "cli/doctor",
  "e2e/bad-input",
  "e2e/pages",
  "delivery/held",
  "delivery/closing",
  "fuzz/updates",
  "e2e/dashboard",
  "e2e/real-bot",
  "processes/killed-import",
  "delivery/pace",
  "schedule/process-zone",
  "e2e/hangup",
  "e2e/restore-drill",
  "e2e/bad-articles",
  "articles/crash",
  "delivery/silent-feeds",
  "delivery/trouble",
  "bot/walks",
  "e2e/read-only",
  "processes/answered-after",
  "processes/terminated",
  "articles/stories/grouping",
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
