// A Redis server of our own, as a child process on a unix socket, its files in the data folder.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RuntimeFault } from "../fault.ts";
import { unusable } from "../local-socket.ts";
import { waitUntil } from "../wait.ts";
import { ask, probe, serverPid } from "./probe.ts";
import { endProcess, isServerOf } from "./process.ts";

export interface ChildPlace {
  /** The data folder's real path. */
  readonly folder: string;
  /** The server's unix socket. */
  readonly socket: string;
}

/** A file of some gigabytes is read in this time. */
const loadingLimitMs = 120_000;
const stoppingLimitMs = 10_000;

const filesOf = (folder: string): string => join(folder, "redis");

/**
 * Gives a server that answers at the socket: the one that outlived its parent, or a fresh one. Only the owner
 * of the folder may call this: a second server on the same files starts happily and ruins them.
 */
export async function ensureChild(
  place: ChildPlace,
  binary: string | undefined,
): Promise<"reused" | "started" | "none"> {
  if (await isThere(place)) return "reused";
  if (binary === undefined) return "none";
  const files = filesOf(place.folder);
  const exited = start(binary, place, files);
  const isUp = await waitUntil(async () => exited() || (await probe(place.socket)) === "ready", {
    limitMs: loadingLimitMs,
  });
  if (!isUp || exited()) throw childFault(binary, files);
  return "started";
}

// One that does not answer yet may still be starting, or stopping: a parent can die at any moment.
async function isThere({ folder, socket }: ChildPlace): Promise<boolean> {
  let state = await probe(socket);
  const mayCome = async (): Promise<boolean> => {
    if (state !== "ready") state = await probe(socket);
    const pid = readPid(filesOf(folder));
    return state === "ready" || (state === "absent" && !(pid !== undefined && isServerOf(socket, pid)));
  };
  if (!(await waitUntil(mayCome, { limitMs: loadingLimitMs, everyMs: 100 }))) {
    throw childFault(`process ${readPid(filesOf(folder))}`, filesOf(folder));
  }
  return state === "ready";
}

/** Starts it; the answer tells whether it has ended since. */
function start(binary: string, { folder, socket }: ChildPlace, files: string): () => boolean {
  let output: number;
  try {
    mkdirSync(files, { recursive: true, mode: 0o700 });
    output = openSync(join(files, "server.log"), "a", 0o600);
  } catch (error) {
    throw unusable(folder, error);
  }
  const settings = {
    port: "0",
    unixsocket: socket,
    unixsocketperm: "700",
    appendonly: "yes",
    appendfsync: "everysec",
    "maxmemory-policy": "noeviction",
    save: "",
    dir: files,
    pidfile: join(files, "server.pid"),
  };
  const child = spawn(
    binary,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    {
      cwd: files,
      detached: true, // In a group of its own: Ctrl-C must not end it before the drain.
      stdio: ["ignore", output, output],
      env: { LC_ALL: "C" }, // Not ours: it holds the token.
    },
  );
  closeSync(output);
  child.unref();
  let hasEnded = false;
  child.on("error", () => {
    hasEnded = true;
  });
  child.on("exit", () => {
    hasEnded = true;
  });
  return () => hasEnded;
}

/** SHUTDOWN, which writes everything down first; resolves when the process has gone, if need be by force. */
export async function stopChild({ folder, socket }: ChildPlace): Promise<void> {
  const pid = (await serverPid(socket)) ?? readPid(filesOf(folder));
  await ask(socket, (client) => client.shutdown());
  if (pid !== undefined && isServerOf(socket, pid)) await endProcess(pid, stoppingLimitMs);
}

function readPid(files: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(files, "server.pid"), "utf8"), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function childFault(what: string, files: string): RuntimeFault {
  const log = join(files, "server.log");
  return new RuntimeFault(
    "redis-child",
    `The embedded Redis (${what}) does not come up. It last said: ${lastLine(log)}`,
    `Read ${log}, or give a Redis of your own with REDIS_URL=redis://…`,
  );
}

function lastLine(path: string): string {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").at(-1) ?? "";
  } catch {
    return "(nothing)";
  }
}
