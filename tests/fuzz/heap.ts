// How much of its heap a process uses: it tells at a signal, after a collection.
import { readFile, rm } from "node:fs/promises";
import type { Running } from "../e2e/server.ts";

/** A module for the process: at SIGUSR2 it collects its garbage and writes how much of the heap is in use. */
export function heapTeller(file: string): string {
  return `import { writeFileSync, renameSync } from "node:fs";
process.on("SIGUSR2", () => {
  globalThis.gc(); globalThis.gc();
  writeFileSync(${JSON.stringify(`${file}.new`)}, String(process.memoryUsage().heapUsed));
  renameSync(${JSON.stringify(`${file}.new`)}, ${JSON.stringify(file)});
});
`;
}

/** Heap in use of the process after a collection, MB. */
export async function heapOf(web: Running, file: string): Promise<number> {
  await rm(file, { force: true });
  process.kill(web.pid, "SIGUSR2");
  for (let look = 0; look < 400; look += 1) {
    const bytes = await readFile(file, "utf8").catch(() => "");
    if (bytes !== "") return Number(bytes) / 1e6;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the process does not tell how much of its heap is in use");
}
