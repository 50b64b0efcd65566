// The program of docs/playground.md for a bot of one's own: it runs as it stands.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../root.ts";

it("the example of the docs runs to its end: an answer, and a refusal in Telegram's words", async () => {
  const docs = readFileSync(join(root, "docs", "playground.md"), "utf8");
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(docs) ?? [];
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { cwd: root, stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  const status = await new Promise((resolve) => child.once("close", resolve));
  expect(output).toContain("قلتَ: صباح الخير");
  expect(output).toContain("Too Many Requests: retry after 3");
  expect(status).toBe(0);
}, 60_000);
