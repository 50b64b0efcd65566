// The order of the test files: those that take longest begin first, so that none of them is left over for one worker at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./root.ts";

/**
 * As measured on two cores; a clean checkout has no other memory. Beside the first, which starts a dozen processes, those
 * that mostly wait; then the longest first.
 */
const heavy = [
  "delivery/chaos",
  "processes/redis-outage",
  "delivery/pace",
  "delivery/trouble",
  "e2e/rooms",
  "e2e/bad-input",
  "e2e/real-bot",
  "articles/crash",
  "text/hostile-lines",
  "articles/cleaning-steps",
  "bot/walks",
  "e2e/bad-articles",
  "delivery/broadcast",
  "e2e/browser",
  "bot/privacy",
  "articles/hostile-feeds",
  "bot/settings-screens",
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
