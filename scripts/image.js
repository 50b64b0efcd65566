// Builds the image and walks through what docs/ops/deploy.md promises of it, with docker or podman: npm run image
// Words behind `--` go to the build: npm run image -- --network host
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { ask, engine, must, restrictions, variables } from "./image/engine.js";
import { openReader, until } from "./image/reader.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { services } = parse(readFileSync(join(root, "compose.yaml"), "utf8"), { merge: true });
if (engine === undefined) {
  console.error("image: neither docker nor podman answers here");
  process.exit(1);
}

/** Everything that is made here has this name, and goes at the end. */
const tag = "mujaz-check";
const containers = ["redis", "mujaz", "web", "clock", "worker"].map((name) => `${tag}-${name}`);
const volumes = ["data", "redis", "other"].map((name) => `${tag}-${name}`);
const config = mkdtempSync(join(tmpdir(), "mujaz-image-"));

function clean() {
  ask(["rm", "-f", ...containers]);
  ask(["volume", "rm", "-f", ...volumes]);
  ask(["network", "rm", tag]);
}

async function step(what, run) {
  const begunMs = performance.now();
  const said = await run();
  const seconds = ((performance.now() - begunMs) / 1000).toFixed(1);
  console.log(`ok  ${what}${said === undefined ? "" : `: ${said}`} (${seconds} s)`);
}

function expect(isSo, words) {
  if (!isSo) throw new Error(words);
}

/** Starts a service of compose.yaml under its restrictions; `more` stands before the image. */
function start(name, more = [], image = tag) {
  const service = services[name];
  const grace = Number.parseInt(service.stop_grace_period, 10);
  const args = ["run", "-d", "--name", `${tag}-${name}`, `--stop-timeout=${grace}`, "--network", tag];
  must([...args, ...restrictions(service), ...more, image, ...service.command]);
}

/** A process of Mujaz that serves pages, on a port of the engine's choice; resolves when it answers. */
async function open(name, more) {
  start(name, ["--publish", "127.0.0.1::3000", ...more]);
  return address(name);
}

async function address(name) {
  const port = /:(\d+)\s*$/m.exec(must(["port", `${tag}-${name}`, "3000"]))?.[1];
  const reader = openReader(`http://127.0.0.1:${port}`);
  await until(`${name} to answer`, 90, () => reader.get("/healthz"));
  return reader;
}

const mujaz = (name, args, input) =>
  ask(["exec", "-i", `${tag}-${name}`, "node", "bin/mujaz.js", ...args], input);

/** Stops it, and looks how it ended and what it has said. */
function stop(name) {
  must(["stop", `${tag}-${name}`]);
  const code = must(["inspect", "--format", "{{.State.ExitCode}}", `${tag}-${name}`]);
  const { all } = ask(["logs", `${tag}-${name}`]);
  expect(code === "0", `${name} ended with status ${code}\n${all}`);
  for (const word of ["DeprecationWarning", "EACCES", "EROFS", "EPERM", '"level":"error"'])
    expect(!all.includes(word), `${name} has said ${word}\n${all}`);
}

async function build() {
  const format = engine === "podman" ? ["--format", "docker"] : []; // OCI's own format knows no HEALTHCHECK.
  must(["build", ...format, "-t", tag, ...process.argv.slice(2), root]);
  const size = must(["image", "inspect", "--format", "{{.Size}}", tag]);
  return `${Math.round(Number(size) / 1e6)} MB, by ${must(["--version"])}`;
}

function lookInside() {
  const look = ["src", "tests", "docs", ".git", ".env", "node_modules/typescript", "node_modules/vitest"];
  const args = ["--rm", "--network", "none", "--entrypoint", "sh", tag, "-c"];
  const found = must(["run", ...args, `id -u; for name in ${look.join(" ")}; do ls -d $name 2>&-; done; :`]);
  expect(found === "1000", `user and what should not be there: ${found}`);
}

async function alone() {
  const reader = await open("mujaz", ["--volume", `${volumes[0]}:/data`]);
  await until("/readyz", 60, () => reader.get("/readyz"));
  expect((await (await reader.get("/")).text()).includes('dir="rtl"'), "the chat page is not the chat page");
  await reader.get("/a/1");
  const asked = must(["inspect", "--format", "{{json .Config.Healthcheck.Test}}", `${tag}-mujaz`]);
  const [, ...check] = JSON.parse(asked);
  must(["exec", `${tag}-mujaz`, ...check]);
  const { status } = ask([
    "run",
    "--rm",
    "--network",
    "none",
    "--entrypoint",
    check[0],
    tag,
    ...check.slice(1),
  ]);
  expect(status === 1, `where nobody listens the health check ends with ${status}`);
  const text = "أعلنت الوزارة خطة لدعم المزارعين. وقال الوزير إنها تشمل قروضاً ميسرة. ويبدأ التنفيذ غداً.";
  expect(mujaz("mujaz", ["summarize"], text).text.includes("الوزارة"), "summarize gave no summary");
  const doctor = mujaz("mujaz", ["doctor"]).all;
  const faults = doctor.split("\n").filter((line) => line.startsWith("FAULT"));
  expect(faults.length === 1 && faults[0].includes("redis"), `more faults than the missing Redis\n${doctor}`);
  stop("mujaz");
  must(["rm", `${tag}-mujaz`]);
}

async function anyUser() {
  const reader = await open("mujaz", ["--user", "12345", "--volume", `${volumes[2]}:/data`]);
  await until("/readyz", 60, () => reader.get("/readyz"));
  stop("mujaz");
}

async function scaled() {
  start("redis", ["--network-alias", "redis", "--volume", `${volumes[1]}:/data`], services.redis.image);
  await until(
    "Redis",
    60,
    () => ask(["exec", `${tag}-redis`, "redis-cli", "ping"]).status === 0 || undefined,
  );
  const mounts = [`${volumes[0]}:/data`, `${config}:/app/config:ro`].flatMap((mount) => ["--volume", mount]);
  const more = (name) => [...variables(services[name]), "--network-alias", name, ...mounts];
  const reader = await open("web", more("web"));
  for (const name of ["clock", "worker"]) start(name, more(name));
  await until("/readyz", 60, () => reader.get("/readyz"));
  return reader;
}

/** A newcomer subscribes, time passes, and the digest comes by the worker, with its card. */
async function walk(reader) {
  await reader.post("send", { text: "/start" });
  await reader.waitFor("the welcome", ({ keyboard }) => keyboard !== undefined);
  await reader.press("اشترك");
  await reader.waitFor("the first digest", ({ text = "" }) => /موجز/.test(text) && /\/a\d/.test(text));
  await reader.post("clock", { by: "next" });
  const { media } = await reader.waitFor("the card", (one) => one.media !== undefined);
  const bytes = await (await reader.get(media.src)).arrayBuffer();
  return `${Math.round(bytes.byteLength / 1000)} kB`;
}

async function again() {
  const before = mujaz("web", ["subscribers", "export"]).text;
  expect(before.includes("\n"), "there is no reader");
  const kept = mujaz("web", ["backup", "/data/backup.jsonl.gz"]);
  expect(kept.status === 0, `no backup\n${kept.all}`);
  for (const name of ["worker", "clock", "web"]) stop(name);
  must(["stop", `${tag}-redis`]);
  for (const name of ["redis", "web", "clock", "worker"]) must(["start", `${tag}-${name}`]);
  await address("web");
  expect(mujaz("web", ["subscribers", "export"]).text === before, "the readers are not the same");
  const check = mujaz("web", ["restore", "--check", "/data/backup.jsonl.gz"]);
  expect(check.status === 0, `the backup does not hold\n${check.all}`);
}

try {
  clean();
  cpSync(join(root, "config"), config, { recursive: true });
  chmodSync(config, 0o755); // The user of the image reads it, too.
  const file = join(config, "mujaz.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("card: off", "card: all"));
  await step("builds", build);
  await step("holds neither sources nor what belongs to development", lookInside);
  must(["network", "create", tag]);
  await step("runs alone: health, pages, summarize, doctor, SIGTERM", alone);
  await step("runs as a user that it does not know", anyUser);
  let reader;
  await step("runs as web, clock and worker on Redis", async () => {
    reader = await scaled();
  });
  await step("a newcomer subscribes and has a digest with its card", () => walk(reader));
  await step("readers and their backup are there after everything was stopped", again);
} catch (error) {
  for (const name of containers) console.error(`${name}:\n${ask(["logs", name]).all}`);
  throw error;
} finally {
  clean();
  rmSync(config, { recursive: true, force: true });
}
