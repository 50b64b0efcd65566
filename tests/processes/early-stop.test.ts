// A signal in the middle of the start, on the store that ends with the process: it goes from under nobody.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "../e2e/server.ts";
import { root } from "../root.ts";
import { makeDataDir } from "../runtime/capture.ts";

it.each([
  ["the clock", /^State: /m],
  ["the pages", /^Feeds: /m],
  ["the worker", /^Chat page: /m],
])("ends with status 0 and without a word of trouble where %s was to be opened next", async (_next, line) => {
  const env = {
    PATH: "/nonexistent",
    PORT: String(await freePort()),
    DATA_DIR: makeDataDir(),
    ALLOW_EPHEMERAL: "1",
    LOG_FORMAT: "json",
  };
  const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "start"], { cwd: root, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  let isTold = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
      if (!isTold && line.test(output)) isTold = child.kill("SIGTERM");
    });
  const status = await new Promise((resolve) => child.once("close", resolve));
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).not.toMatch(/"level":"(error|warn)"|worker\.error/);
});
