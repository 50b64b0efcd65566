#!/usr/bin/env node
// The `mujaz` command: makes sure that `dist` is built from the sources beside it, then runs it.
process.env.TZ = "UTC"; // A process time zone makes calendar libraries wrong at DST edges.
const { build } = await import("../scripts/build.js");
const built = build({ onlyIfStale: true });
if (!built.ok) {
  console.error(built.message);
  process.exit(1);
}
await import("../dist/bundle/main.js");
