// Builds `dist` with the TypeScript compiler and copies the chat page's static files beside it.
// Stale means: a file under src/ or a tsconfig is newer than the stamp of the last build.
// Without the compiler (a production install) an existing `dist` is used as it is.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "dist", ".built");
const bundle = join(root, "dist", "bundle", "main.js");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
const page = join("playground", "page");
const dashboard = join("web", "dashboard", "page");
const bundler = join(root, "node_modules", "rolldown", "bin", "cli.mjs");

/** What starts as a process or a thread of its own; the command line by itself, for who sets up the process around it. */
const entries = ["main.js", join("cli", "run.js"), join("articles", "desk-thread.js")];

/** These look for files or threads of their own beside them; Node 22 and later warn of what node-fetch uses, unless it is in node_modules. */
const unbundled = [
  "@resvg/resvg-js",
  "pino",
  "pino-pretty",
  "js-redis-server/core",
  "msgpackr-extract",
  "node-fetch",
];

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts too: a deleted file must make the build stale.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale() {
  if (!existsSync(stamp) || !existsSync(bundle)) return true;
  const built = statSync(stamp).mtimeMs;
  return Math.max(newest(join(root, "src")), newest(join(root, "tsconfig.json"))) > built;
}

/** Builds. Returns `{ ok: true }`, or `{ ok: false, message }` with what to do about it. */
export function build({ onlyIfStale = false } = {}) {
  const hasSources = existsSync(join(root, "src", "main.ts"));
  const hasCompiler = existsSync(compiler);
  if (onlyIfStale && (!hasSources || !isStale())) return { ok: true };
  if (!hasCompiler) {
    if (existsSync(bundle)) return { ok: true };
    return {
      ok: false,
      message:
        "mujaz: there is no build in dist/ and no compiler to make one. Run `npm ci && npm run build` where development packages are installed, then copy dist/ here.",
    };
  }
  const begun = new Date();
  // Built beside and then swapped in, so that a running process never meets a half-written folder.
  const fresh = mkdtempSync(join(root, ".dist-"));
  const result = compileInto(fresh, begun);
  if (result.ok) {
    // A folder made for the time being is its maker's alone; what root built must run as another user too (a container).
    chmodSync(fresh, 0o755);
    const old = `${fresh}-old`;
    if (existsSync(join(root, "dist"))) renameSync(join(root, "dist"), old);
    renameSync(fresh, join(root, "dist"));
    rmSync(old, { recursive: true, force: true });
  } else rmSync(fresh, { recursive: true, force: true });
  return result;
}

function compileInto(fresh, begun) {
  const projects = [
    [join(root, "tsconfig.json"), fresh],
    [join(root, "src", page, "tsconfig.json"), join(fresh, page)],
  ];
  for (const [project, outDir] of projects) {
    const run = spawnSync(process.execPath, [compiler, "-p", project, "--outDir", outDir], {
      encoding: "utf8",
    });
    if (run.status !== 0)
      return { ok: false, message: `mujaz: the build failed.\n${run.stdout}${run.stderr}` };
  }
  mkdirSync(join(fresh, page), { recursive: true });
  for (const name of readdirSync(join(root, "src", page))) {
    if (/\.(html|css|svg|png|webmanifest)$/.test(name)) {
      cpSync(join(root, "src", page, name), join(fresh, page, name));
    }
  }
  for (const bundle of [bundleIn, bundlePage, bundleDashboard]) {
    const bundled = bundle(fresh);
    if (!bundled.ok) return bundled;
  }
  writeFileSync(join(fresh, ".built"), `${begun.toISOString()}\n`);
  utimesSync(join(fresh, ".built"), begun, begun);
  return { ok: true };
}

/**
 * Everything that a process loads in a few files beside the modules: a command starts in half the time (0.7 s of a
 * processor against 1.5 s for `mujaz --help`, where 700 files were found and read one by one).
 */
function bundleIn(fresh) {
  const args = [...entries.map((entry) => join(fresh, entry)), "-d", join(fresh, "bundle")];
  return runBundler([...args, "--platform", "node", ...unbundled.flatMap((name) => ["--external", name])]);
}

/** The chat page's scripts in two files and what they share: forty of them were fetched one after another. */
function bundlePage(fresh) {
  const from = join(fresh, page);
  const into = join(fresh, "page-bundle");
  const scripts = [join(from, "page.js"), join(from, "theme.js")];
  const bundled = runBundler([...scripts, "-d", into, "--platform", "browser"]);
  if (!bundled.ok) return bundled;
  for (const name of readdirSync(from)) if (/\.(js|d\.ts|map)$/.test(name)) rmSync(join(from, name));
  cpSync(into, from, { recursive: true });
  rmSync(into, { recursive: true, force: true });
  return { ok: true };
}

/** The dashboard's script with the parts of the chart library that it draws with, in one file; its style beside it. */
function bundleDashboard(fresh) {
  const from = join(root, "src", dashboard);
  cpSync(join(from, "page.css"), join(fresh, dashboard, "page.css"));
  const out = ["-o", join(fresh, dashboard, "page.js")];
  return runBundler([join(from, "page.ts"), ...out, "--platform", "browser", "--minify"]);
}

function runBundler(args) {
  const options = ["--format", "esm", "--logLevel", "warn"];
  const run = spawnSync(process.execPath, [bundler, ...args, ...options], { encoding: "utf8" });
  if (run.status === 0) return { ok: true };
  return { ok: false, message: `mujaz: the build failed.\n${run.stdout}${run.stderr}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = build({ onlyIfStale: process.argv.includes("--if-stale") });
  if (!result.ok) {
    console.error(result.message);
    process.exit(1);
  }
}
