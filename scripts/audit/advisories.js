// Reads what `npm audit --json` printed: known weaknesses, or why there is no answer.

const grave = new Set(["high", "critical"]);

/**
 * `{ faults, warnings }`, high and critical ones being faults, or `{ skipped }` with the reason where the registry did
 * not answer or knows no audits.
 */
export function readAdvisories(stdout, stderr) {
  const report = parse(stdout);
  if (report?.vulnerabilities === undefined) {
    return {
      skipped: report?.message || report?.error?.summary || lastLine(stderr) || "npm audit said nothing",
    };
  }
  const faults = [];
  const warnings = [];
  for (const weak of Object.values(report.vulnerabilities)) {
    (grave.has(weak.severity) ? faults : warnings).push(toLine(weak));
  }
  return { faults, warnings };
}

function toLine({ name, severity, range, via, fixAvailable }) {
  const why = via.map((one) => (typeof one === "string" ? `through ${one}` : `${one.title} (${one.url})`));
  return `${name} ${range} has a known weakness, ${severity}: ${why.join("; ")}. ${toMend(name, fixAvailable)}`;
}

function toMend(name, fix) {
  if (fix === true) return `Run: npm update ${name}`;
  if (fix) return `Run: npm install --save-exact ${fix.name}@${fix.version}`;
  return "No version mends it yet: do without the package";
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lastLine(text) {
  return text.trim().split("\n").at(-1);
}
