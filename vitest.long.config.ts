// The long suite: the full numbers that issues ask for.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.long.test.ts"],
    globalSetup: ["tests/build.setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    env: { TZ: "UTC" },
  },
});
