// Writes docs/licences.md: under which licence each package stands that is installed at run time. Run after a change of the
// lock file: npm run licences
// (`npm sbom --omit=dev` would be at hand, but leaves out what is needed for development too, yaml for one, and without
// `--package-lock-only` what is meant for other platforms.)
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackages } from "./audit/packages.js";

/** SPDX names of what we accept: permissive all, they ask for no more than that their notice goes along. */
export const acceptedLicences = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  // Used as it is: only changes to its own files would have to be published.
  "MPL-2.0",
  // Fonts, handed on as they are with their licence.
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
];

/** Packages under another licence that we take all the same: name and reason. */
export const licenceExceptions = {};

/** Runtime packages that need an answer before they are shipped: `name version: licence`. */
export function refusedLicences(packages) {
  return packages
    .filter((one) => one.isRuntime && !isAccepted(one.license) && !(one.name in licenceExceptions))
    .map(({ name, version, license }) => `${name} ${version}: ${license ?? "no licence"}`);
}

/** Of several to choose from one will do, of several that hold together all must; what is more involved is for a person to read. */
function isAccepted(licence = "") {
  return licence
    .replace(/^\(([^()]*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => acceptedLicences.includes(one)));
}

/** The whole document; the same on every machine. */
export function licencesPage(packages) {
  const groups = new Map();
  for (const { name, version, license, isRuntime } of packages) {
    if (!isRuntime) continue;
    const key = license ?? "no licence";
    groups.set(key, (groups.get(key) ?? new Set()).add(`${name} ${version}`));
  }
  const sorted = [...groups].sort(([a, one], [b, other]) => other.size - one.size || compare(a, b));
  const count = sorted.reduce((sum, [, names]) => sum + names.size, 0);
  return `${[
    "# Licences",
    "",
    `The ${count} packages that run with Mujaz, on any platform, after package-lock.json. Written by \`npm run licences\`; a test compares. The texts are in each package's folder under \`node_modules/\`.`,
    "",
    "| licence | packages |",
    "| --- | ---: |",
    ...sorted.map(([licence, names]) => `| ${licence} | ${names.size} |`),
    ...sorted.flatMap(([licence, names]) => [
      "",
      `## ${licence}`,
      "",
      ...[...names].sort(compare).map((name) => `- ${name}`),
    ]),
  ].join("\n")}\n`;
}

/** By code units: a locale's order would differ between machines. */
function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const packages = readPackages(root);
  writeFileSync(join(root, "docs", "licences.md"), licencesPage(packages));
  for (const refused of refusedLicences(packages)) {
    console.error(`licences: ${refused} is not accepted: see scripts/licences.js.`);
    process.exitCode = 1;
  }
}
