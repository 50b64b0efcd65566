// The order of the test files: those that take longest begin first, so that none of them is left over for one worker at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./root.ts";

/**
 * As measured on two cores; a clean checkout has no other memory. Two files run at a time: beside those that start many
 * processes those that mostly wait, and then the longest first.
 */
const heavy = [
  "delivery/chaos",
  "processes/redis-outage",
  "delivery/pace",
  "e2e/rooms",
  "delivery/trouble",
  "delivery/alerts-trouble",
  "e2e/bad-input",
  "delivery/held",
  "e2e/redis-away",
  "fuzz/updates",
  "e2e/real-bot",
  "e2e/restore-drill",
  "delivery/closing",
  "delivery/silent-feeds",
  "articles/crash",
  "delivery/broadcast",
  "processes/killed-import",
  "schedule/process-zone",
  "e2e/bad-articles",
  "bot/walks",
  "security/hostile-payloads",
  "e2e/browser",
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
