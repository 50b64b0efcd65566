// The quick suite: everything `npm test` runs. Slow seeds live under tests/**/*.long.test.ts.
import { defineConfig } from "vitest/config";
import { built, builtOptions } from "./tests/built.ts";
import { HeavyFirst } from "./tests/sequence.ts";

export default defineConfig({
  plugins: [built],
  test: {
    ...builtOptions,
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/**/*.long.test.ts"],
    globalSetup: ["tests/build.setup.ts", "tests/redis.setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores: half of the time a test waits for locks, leases and processes.
    maxWorkers: 3,
    sequence: { sequencer: HeavyFirst },
    // Files of one worker share its modules: loading them anew for each took a quarter of the processor time.
    isolate: false,
    env: { TZ: "UTC" },
  },
});
