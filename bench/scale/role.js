// Starts the clock or the worker of the scale bench (process.js) and gives it orders.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("./process.js", import.meta.url));

/** `flags` are Node's, `concurrency` is `SEND_CONCURRENCY`. `ask` gives the answer to an order, `end` kills. */
export async function startRole(role, path, { flags = [], concurrency } = {}) {
  const child = fork(file, [role, path], {
    execArgv: flags,
    env: { ...process.env, ...(concurrency !== undefined && { SCALE_CONCURRENCY: concurrency }) },
  });
  const waiting = new Map();
  await new Promise((resolve) => {
    waiting.set(0, resolve);
    child.on("message", (answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
  });
  let id = 0;
  return {
    ask(order, given = {}) {
      id += 1;
      const mine = id;
      return new Promise((resolve) => {
        waiting.set(mine, resolve);
        child.send({ order, id: mine, ...given });
      });
    },
    async end() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
