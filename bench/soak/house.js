// The processes of the soak: web, clock and worker, each `bin/mujaz.js start` by itself, that tell their heap when asked.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const helper = pathToFileURL(join(root, "bench", "soak", "heap.js")).href;

/** Resolves once it says that it runs. `weigh()` gives `{ heapUsed, rss, external }` in bytes after a collection. */
export async function startProcess(role, env) {
  const args = ["--expose-gc", "--import", helper, join(root, "bin", "mujaz.js"), "start", role];
  const child = spawn(process.execPath, args, {
    cwd: tmpdir(),
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let ended;
  const exited = once(child, "exit").then(([status]) => {
    ended = status;
  });
  const events = new Map();
  child.stderr.on("data", (chunk) => countEvents(events, String(chunk)));
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (/^Running: /m.test(said)) resolve();
    });
    void exited.then(() => reject(new Error(`${role} ended: ${said}`)));
  });
  return {
    role,
    /** Event name of a warning or an error of its log → how often. */
    events,
    async weigh() {
      if (ended !== undefined) throw new Error(`${role} ended with status ${ended}`);
      child.send("weigh");
      const [told] = await once(child, "message");
      return told;
    },
    async end() {
      if (ended === undefined) child.kill();
      await exited;
      return ended;
    },
  };
}

function countEvents(events, text) {
  for (const [, name] of text.matchAll(/"event":"([^"]+)"/g)) events.set(name, (events.get(name) ?? 0) + 1);
}
