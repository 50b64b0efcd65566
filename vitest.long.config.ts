// The long suite: the full numbers that issues ask for.
import { defineConfig } from "vitest/config";
import { built, builtOptions } from "./tests/built.ts";

export default defineConfig({
  plugins: [built],
  test: {
    ...builtOptions,
    // The properties that the quick suite tries less often (tests/runs.ts) are here once more.
    include: [
      "tests/**/*.long.test.ts",
      "tests/{text,digest,schedule}/*.test.ts",
      "tests/summary/*.property.test.ts",
      // And the pages in all languages, themes and sizes (tests/e2e/looks.ts).
      "tests/e2e/{browser,dashboard,dashboard-desk,pages,rooms}.test.ts",
    ],
    globalSetup: ["tests/build.setup.ts", "tests/redis.setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    env: { TZ: "UTC", LONG_SUITE: "1" },
  },
});
