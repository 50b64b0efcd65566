// Walks a folder in a fixed order, follows links once, and survives what it cannot enter.
import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Unreadable } from "./source.ts";

export type Found =
  | { readonly kind: "folder"; readonly path: string; readonly full: string }
  | { readonly kind: "file"; readonly path: string; readonly full: string; readonly stats: Stats }
  | { readonly kind: "unreadable"; readonly item: Unreadable };

const faults: Readonly<Record<string, readonly [reason: string, mend: string]>> = {
  ENOENT: ["it does not exist", "create it, or correct the link or the setting that names it"],
  EACCES: ["permission denied", "give the process the right to read it"],
  EPERM: ["permission denied", "give the process the right to read it"],
  ELOOP: ["a symbolic link that leads back to itself", "remove the link"],
  ENOTDIR: ["it is not a folder", "name a folder"],
};

/** A file system error in words. Reads the code, never the message. */
export function toUnreadable(path: string, kind: Unreadable["kind"], error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const [reason, mend] = faults[code] ?? [`it cannot be read (${code})`, "check the disk and try again"];
  return { path, kind, reason, mend };
}

/**
 * Everything below `root`, the root itself first with the path ".", in code-unit order of the names.
 * A root that cannot be entered is named as it was given. Names that begin with a dot are skipped. A folder that is reached twice through links is entered once.
 */
export async function* walkFolder(root: string): AsyncGenerator<Found> {
  yield* enter(root, ".", new Set());
}

async function* enter(full: string, path: string, entered: Set<string>): AsyncGenerator<Found> {
  let names: string[];
  try {
    const real = await realpath(full);
    if (entered.has(real)) return;
    entered.add(real);
    names = await readdir(full);
  } catch (error) {
    yield { kind: "unreadable", item: toUnreadable(path === "." ? full : path, "folder", error) };
    return;
  }
  yield { kind: "folder", path, full };
  for (const name of names.sort()) {
    if (!name.startsWith("."))
      yield* visit(join(full, name), path === "." ? name : `${path}/${name}`, entered);
  }
}

async function* visit(full: string, path: string, entered: Set<string>): AsyncGenerator<Found> {
  let stats: Stats;
  try {
    stats = await stat(full);
  } catch (error) {
    yield { kind: "unreadable", item: toUnreadable(path, "file", error) };
    return;
  }
  if (stats.isDirectory()) yield* enter(full, path, entered);
  else if (stats.isFile()) yield { kind: "file", path, full, stats };
  else {
    const item = {
      path,
      kind: "file",
      reason: "it is not a regular file",
      mend: "move it elsewhere",
    } as const;
    yield { kind: "unreadable", item };
  }
}
