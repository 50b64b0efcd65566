// The order of the test files: those that take longest begin first, so that none of them is left over for one worker at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./root.ts";

/** Longest first, as measured on two cores; one that computes beside one that waits. A clean checkout has no other memory. */
const heavy = [
  "delivery/chaos",
  "e2e/rooms",
  "e2e/bad-input",
  "e2e/real-bot",
  "text/hostile-lines",
  "articles/cleaning-steps",
  "processes/redis-outage",
  "bot/walks",
  "delivery/trouble",
  "articles/crash",
  "e2e/bad-articles",
  "delivery/broadcast",
  "e2e/browser",
  "delivery/pace",
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
