// Watching a folder: one call after each burst of changes, in sub-folders that come later too, and from nothing.
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FolderWatch, watchFolder } from "../../src/sources/watch.ts";

const times = { debounceMs: 20, pollMs: 20 };

let dir = "";
let watch: FolderWatch | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mujaz-watch-"));
});
afterEach(async () => {
  watch?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Starts watching `path`; each call of the result waits for a change that was noticed and not yet waited for. */
async function follow(path: string): Promise<() => Promise<void>> {
  let noticed = 0;
  let wake: (() => void) | undefined;
  watch = watchFolder(
    path,
    () => {
      noticed++;
      wake?.();
    },
    times,
  );
  await watch.ready;
  return async () => {
    while (noticed === 0) await new Promise<void>((resolve) => (wake = resolve));
    noticed = 0;
  };
}

it("tells of a new file, of a save by rename and of a removal", async () => {
  const change = await follow(dir);
  await writeFile(join(dir, "a.txt"), "1");
  await change();
  await writeFile(join(dir, ".a.tmp"), "2");
  await rename(join(dir, ".a.tmp"), join(dir, "a.txt"));
  await change();
  await rm(join(dir, "a.txt"));
  await change();
});

it("tells of a file in a folder that was made after watching began", async () => {
  const change = await follow(dir);
  await mkdir(join(dir, "science"));
  await change();
  await writeFile(join(dir, "science", "a.txt"), "1");
  await change();
});

it("waits for a folder that does not exist yet, and watches it from then on", async () => {
  const later = join(dir, "later");
  const change = await follow(later);
  await mkdir(later);
  await writeFile(join(later, "a.txt"), "1");
  await change();
  await writeFile(join(later, "b.txt"), "1");
  await change();
});

it("is silent once it is closed", async () => {
  let calls = 0;
  const closed = watchFolder(dir, () => calls++, times);
  await closed.ready;
  closed.close();
  const change = await follow(dir);
  await writeFile(join(dir, "a.txt"), "1");
  await change();
  expect(calls).toBe(0);
});
