// Looks for a Redis server on PATH, without a shell.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

const names = ["redis-server", "valkey-server"];

/** The path of the first `redis-server` on `searchPath`, else of the first `valkey-server`, else undefined. */
export function findServer(searchPath: string): string | undefined {
  // A relative or empty entry means "wherever I happen to stand": nothing is run from there.
  const folders = searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  const suffix = process.platform === "win32" ? ".exe" : "";
  return names
    .flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
