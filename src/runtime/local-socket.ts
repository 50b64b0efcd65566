// Where the sockets of a data folder lie: in the folder itself, or at a short path when that one is too long.
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, realpathSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { RuntimeFault } from "./fault.ts";

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS; a longer path is cut short without a word. */
const longestBytes = 100;

/** Makes the folder (mode 700) when it is missing, and gives its real path. Throws RuntimeFault when it cannot be used. */
export function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return realpathSync(folder);
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** The fault of a data folder that cannot be written. */
export function unusable(folder: string, cause: unknown): RuntimeFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new RuntimeFault(
    "data-dir-unusable",
    `The data folder ${folder} cannot be used: ${why}`,
    "Make it a writable folder on a local disk, or name another one with DATA_DIR=…",
    cause,
  );
}

/** The address of the socket `name` of an existing folder: the same for every process that asks. */
export function localSocket(realFolder: string, name: string): string {
  const hash = createHash("sha256").update(realFolder).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\mujaz-${hash}-${name}`;
  const plain = join(realFolder, name);
  return Buffer.byteLength(plain) <= longestBytes ? plain : join(shortFolder(hash), name);
}

/** Removes the short folder that stood in for `realFolder`, if there was one and nothing is left in it. */
export function removeShortFolder(socket: string, realFolder: string): void {
  if (process.platform === "win32" || dirname(socket) === realFolder) return;
  try {
    rmdirSync(dirname(socket));
  } catch {
    // Another socket is still in it.
  }
}

// TMPDIR may differ from one terminal to the next, and both must find the same socket: so /tmp where it is there.
function shortFolder(hash: string): string {
  const folder = join(isFolder("/tmp") ? "/tmp" : tmpdir(), `mujaz-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  // Anybody may have made a folder of that name in a shared place: it must be ours, and ours alone.
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o077) !== 0) {
    throw unusable(
      folder,
      new Error("it stands for a data folder with a long path, but belongs to others too"),
    );
  }
  return folder;
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}
