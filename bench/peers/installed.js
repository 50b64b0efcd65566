// Starts the packages of a list that are installed in this folder; says of each of the others why it is left out.
import { readFileSync } from "node:fs";

/** Each recipe is `{ name, start }`; what `start` resolves to is added to the package's name and version. */
export async function startInstalled(recipes) {
  const started = [];
  const missing = [];
  for (const { name, start } of recipes) {
    try {
      started.push({ name, version: versionOf(name), ...(await start()) });
    } catch (error) {
      missing.push({ name, reason: reasonOf(error) });
    }
  }
  return { started, missing };
}

function versionOf(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}

function reasonOf(error) {
  return error.code === "ENOENT" ? "not installed: npm ci --prefix bench/peers" : error.message;
}
