// Loaded with --import into each process of the soak, so nothing of it is in src/: asked over IPC, it collects garbage and tells
// the heap that is left. Needs --expose-gc.
import { setTimeout as sleep } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";

/** Finalizers run between two collections, and free what the next one takes. */
const collections = 4;

if (isMainThread && process.send !== undefined) {
  process.on("message", async () => {
    for (let turn = 0; turn < collections; turn += 1) {
      globalThis.gc();
      await sleep(10);
    }
    const { heapUsed, rss, external } = process.memoryUsage();
    process.send({ heapUsed, rss, external });
  });
  // The question alone keeps no process alive.
  process.channel.unref();
}
