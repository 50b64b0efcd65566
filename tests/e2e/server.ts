// Starts the built `mujaz` as a process of its own, as a newcomer would, and ends it by its id.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../root.ts";

export { root };
export const mujaz = join(root, "bin", "mujaz.js");

export interface Running {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly output: () => string;
  /** Resolves with the exit status, null after a signal. */
  readonly exited: Promise<number | null>;
  /** Sends SIGTERM and resolves with the exit status. */
  stop(): Promise<number | null>;
  /** Sends a signal and waits for nothing. */
  signal(name: NodeJS.Signals): void;
  /** Ends it with SIGKILL: nothing of it gets a chance to tidy up. */
  kill(): Promise<void>;
}

/** Ports of one worker's tests; the next one that is tried. */
const stretch = 1_000;
let nextPort = Math.floor(Math.random() * stretch);

/**
 * A port that was free a moment ago, below those that the system gives out by itself (Linux: from 32,768) and in a stretch of
 * the worker's own: else somebody takes it, once in some hundred times, before it is listened on.
 */
export async function freePort(): Promise<number> {
  const first = 10_000 + (Number(process.env["VITEST_POOL_ID"] ?? 0) % 20) * stretch;
  for (let tries = 0; tries < stretch; tries += 1) {
    nextPort = (nextPort + 1) % stretch;
    const port = first + nextPort;
    if (await isFree(port)) return port;
  }
  throw new Error(`no port is free from ${first} on`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
  } catch {
    return false;
  }
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/** An empty folder for one test; `dispose` removes it. */
export async function tempDir(): Promise<{ path: string; dispose(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "mujaz-e2e-"));
  return { path, dispose: () => rm(path, { recursive: true, force: true }) };
}

/** The environment of a newcomer: no token, no Redis, nothing of ours from outside. */
function newcomerEnv(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  const dirs = { CONFIG_DIR: join(root, "config"), CONTENT_DIR: join(root, "content") };
  return { PATH, HOME, LANG, LOG_LEVEL: "info", LOG_FORMAT: "json", ...dirs, ...extra };
}

/** Starts `mujaz start` and resolves once it says that it is running; rejects with its output when it ends before. */
export async function startMujaz(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Running> {
  const { running, ready } = await launchMujaz(env, args);
  await ready;
  return running;
}

/** Starts `mujaz start` and does not wait for it: `ready` resolves once it says that it is running. */
export async function launchMujaz(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<{ running: Running; ready: Promise<void> }> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const child = spawn(process.execPath, [mujaz, "start", ...args], {
    // Not the checkout: a developer's own .env with a real token must never reach a test.
    cwd: tmpdir(),
    env: newcomerEnv({ ...env, PORT: String(port) }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const ready = new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (!/^Running: /m.test(output)) return;
      child.stdout.off("data", look);
      resolve();
    };
    child.stdout.on("data", look);
    child.once("exit", (status) => reject(new Error(`mujaz ended with ${status}:\n${output}`)));
    child.once("error", reject);
  });
  // Whoever does not wait for it must not be ended by its failure.
  ready.catch(() => undefined);
  const running: Running = {
    address: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    output: () => output,
    exited: new Promise((resolve) => child.once("exit", resolve)),
    stop: () => end(child, "SIGTERM"),
    signal: (name) => void child.kill(name),
    async kill() {
      await end(child, "SIGKILL");
    },
  };
  return { running, ready };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (status) => resolve(status));
    child.kill(signal);
  });
}

/** Runs a `mujaz` command to its end. */
export async function runMujaz(
  args: readonly string[],
  {
    env = {},
    input = "",
    cwd = tmpdir(),
  }: { env?: Readonly<Record<string, string>>; input?: string; cwd?: string } = {},
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [mujaz, ...args], { cwd, env: newcomerEnv(env), stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout, stderr };
}
