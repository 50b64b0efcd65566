// What `mujaz doctor` says of the folders: articles can be read, state can be written and has room.
import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { codeOf } from "../runtime/fault.ts";
import { type Found, fault, ok } from "./finding.ts";

/** Below this the append-only file may not be rewritten any more. */
export const leastFreeBytes = 512 * 1024 * 1024;

export async function checkContent(dir: string): Promise<Found> {
  const state = await stateOf(dir, constants.R_OK | constants.X_OK);
  switch (state) {
    case "usable":
      return ok(`${dir} is readable`);
    case "missing":
      return fault(`${dir} does not exist`, "Make the folder, or set CONTENT_DIR");
    case "no folder":
      return fault(`${dir} is no folder`, "Move the file away, or set CONTENT_DIR");
    case "forbidden":
      return fault(`${dir} cannot be read by this user`, `Let this user read it: chmod -R a+rX ${dir}`);
  }
}

/** `freeBytes` asks the file system how much it has left. */
export async function checkDisk(
  dir: string,
  freeBytes: (path: string) => Promise<number> = freeOf,
): Promise<Found> {
  let existing = resolve(dir);
  let state = await stateOf(existing, constants.W_OK | constants.X_OK);
  // A folder that is not there yet is made at the start.
  while (state === "missing" && dirname(existing) !== existing) {
    existing = dirname(existing);
    state = await stateOf(existing, constants.W_OK | constants.X_OK);
  }
  if (state === "no folder") {
    return fault(`${existing} is no folder, so ${dir} cannot be made`, "Move the file away, or set DATA_DIR");
  }
  if (state !== "usable") {
    return fault(
      `${existing} cannot be written by this user`,
      `Give it to this user (chown -R), mount it writable, or set DATA_DIR`,
    );
  }
  const free = await freeBytes(existing);
  const detail = `${Math.round(free / 1024 / 1024)} MiB free for ${dir}`;
  return free < leastFreeBytes ? fault(detail, "Free some space, or move DATA_DIR") : ok(detail);
}

async function freeOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

type State = "usable" | "missing" | "no folder" | "forbidden";

async function stateOf(path: string, mode: number): Promise<State> {
  try {
    if (!(await stat(path)).isDirectory()) return "no folder";
    await access(path, mode);
    return "usable";
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return "missing";
    if (code === "ENOTDIR") return "missing"; // Something above it is a file: that is found on the way up.
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "forbidden";
    throw error;
  }
}
