// Audits the dependencies: offline what the lock file tells, then known weaknesses where a registry answers: npm run audit
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readAdvisories } from "./audit/advisories.js";
import { engineFaults, engineQuery } from "./audit/engines.js";
import { lockFaults, lockWarnings, versionFaults } from "./audit/lock.js";
import { readPackages } from "./audit/packages.js";

/** A check that needs a network must not hold up the others for longer. */
const patienceMs = 12_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pack = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const packages = readPackages(root);
const range = pack.engines.node;

const [engines, audit] = await Promise.all([
  npm(["query", "--package-lock-only", engineQuery(range)]),
  npm(["audit", "--omit=dev", "--json", "--package-lock-only", "--fetch-retries=0"]),
]);
if (engines.status !== 0) throw new Error(`npm query failed: ${engines.stderr}`);
const advisories = audit.isLate
  ? { skipped: `no answer within ${patienceMs / 1000} s` }
  : readAdvisories(audit.stdout, audit.stderr);

const faults = [
  ...lockFaults(packages),
  ...versionFaults(pack),
  ...engineFaults(JSON.parse(engines.stdout), packages, range),
  ...(advisories.faults ?? []),
];
for (const warning of [...lockWarnings(packages), ...(advisories.warnings ?? [])]) {
  console.log(`audit: warning: ${warning}`);
}
for (const fault of faults) console.error(`audit: ${fault}`);
if (advisories.skipped !== undefined) console.log(`audit: known weaknesses: skipped: ${advisories.skipped}`);
console.log(`audit: ${packages.length} packages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** One run of npm in the checkout; ended when it takes too long. */
function npm(args) {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, { cwd: root });
    const output = { stdout: "", stderr: "", isLate: false };
    const timer = setTimeout(() => {
      output.isLate = true;
      child.kill();
    }, patienceMs);
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      output.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ ...output, status });
    });
  });
}
