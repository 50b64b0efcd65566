// Clears away the socket that a dead owner left, without ever taking a live one's place.
import { randomUUID } from "node:crypto";
import { link, readdir, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../fault.ts";
import { askHolder } from "./ask.ts";

const marker = ".aside-";

/**
 * Moves a socket that looked dead to a name of its own, where nobody can replace it, and looks again.
 * A dead one is deleted. A live one (its owner came in between) is put back.
 */
export async function setAside(path: string): Promise<void> {
  const aside = `${path}${marker}${randomUUID().slice(0, 8)}`;
  const isMoved = await quietly(["ENOENT"], () => rename(path, aside));
  if (isMoved) await settle(aside, path);
}

/**
 * True when the socket of a live owner lies aside: whoever took the free address must give it up again.
 * Dead ones, left by a process that died while it cleared up, are deleted; a live one goes back when it can.
 */
export async function isLiveOneAside(path: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  const names = await readdir(dirname(path));
  const asides = names.filter((name) => name.startsWith(`${basename(path)}${marker}`));
  const lives = await Promise.all(asides.map((name) => settle(join(dirname(path), name), path)));
  return lives.includes(true);
}

/** Deletes a dead socket, puts a live one back; true when it was alive. */
async function settle(aside: string, path: string): Promise<boolean> {
  const { alive } = await askHolder(aside);
  // A link, not a rename: it never replaces a socket that took the place meanwhile.
  const isDone = !alive || (await quietly(["EEXIST", "ENOENT"], () => link(aside, path)));
  if (isDone) await quietly(["ENOENT"], () => unlink(aside));
  return alive;
}

/** True when the step worked, false when it failed with one of the expected codes. */
async function quietly(expected: readonly string[], step: () => Promise<void>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (expected.includes(codeOf(error))) return false;
    throw error;
  }
}
