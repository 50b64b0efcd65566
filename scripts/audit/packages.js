// The packages that package-lock.json names, on whatever machine: also those for other platforms.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = "node_modules/";

/** What `npm ci` would install, in the order of the file, of the checkout in `root`. */
export function readPackages(root) {
  return toPackages(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
}

/** One for each place in node_modules; `isRuntime` is what `npm ci --omit=dev` installs somewhere. */
export function toPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .map(([place, entry]) => ({
      ...entry,
      place,
      name: entry.name ?? place.slice(place.lastIndexOf(folder) + folder.length),
      isRuntime: entry.dev !== true,
    }));
}
