// The embedded store of a data folder: a server of our own, the running one's, or one in this process.
import { createClients } from "../clients.ts";
import { RuntimeFault } from "../fault.ts";
import { localSocket, makeFolder } from "../local-socket.ts";
import type { Owned } from "../ownership.ts";
import type { RedisHandle, RedisOptions } from "../redis-handle.ts";
import { type ChildPlace, ensureChild } from "./child.ts";
import { type Claim, claimForCommand, claimForStart } from "./claim-folder.ts";
import { findServer } from "./find-server.ts";
import { openInProcess } from "./in-process.ts";
import { keepAlive } from "./keep-alive.ts";
import { leaveAsOwner, leaveAsUser } from "./leave.ts";

/** See openRedis. */
export async function openEmbedded(options: RedisOptions): Promise<RedisHandle> {
  const folder = makeFolder(options.dataDir);
  const place = { folder, socket: localSocket(folder, "redis.sock") };
  const claimant = { dataDir: options.dataDir, socket: place.socket, log: options.log };
  const claim: Claim =
    options.role === "start"
      ? await claimForStart(claimant)
      : await claimForCommand(claimant, options.command ?? "unnamed");
  if (claim.owned) return openOwned(options, place, claim);
  if (claim.shared === "server") return openShared(options, place);
  if (options.ephemeralOk) return openEphemeral(options);
  throw new RuntimeFault(
    "in-process-not-shared",
    `The in-process store of the running mujaz (process ${claim.holder.pid}) cannot be shared.`,
    "Stop it, or install redis-server (or set REDIS_URL) and start it again",
  );
}

async function openOwned(options: RedisOptions, place: ChildPlace, owned: Owned): Promise<RedisHandle> {
  try {
    const binary = findServer(options.searchPath ?? process.env["PATH"] ?? "");
    const how = await ensureChild(place, binary);
    options.log.debug("redis.embedded", { how, binary, socket: place.socket });
    if (how === "none") return await openWithoutServer(options, owned);
    owned.announce("server");
    const clients = createClients({ path: place.socket }, options.log);
    const guard = keepAlive(clients.connect("guard"), () => ensureChild(place, binary), options.log);
    return {
      ...sharedParts(options),
      connect: clients.connect,
      close: once(async () => {
        guard.stop();
        await clients.close();
        await leaveAsOwner(place, owned, options.log);
      }),
    };
  } catch (error) {
    await owned.release();
    throw error;
  }
}

async function openShared(options: RedisOptions, place: ChildPlace): Promise<RedisHandle> {
  const clients = createClients({ path: place.socket }, options.log);
  return {
    ...sharedParts(options),
    connect: clients.connect,
    close: once(async () => {
      await clients.close();
      await leaveAsUser(place, options.dataDir, options.command ?? "unnamed", options.log);
    }),
  };
}

function sharedParts({ dataDir }: RedisOptions): Pick<RedisHandle, "kind" | "describe" | "limits"> {
  return {
    kind: "server",
    describe: `in ${dataDir}, by a Redis server that mujaz starts and stops`,
    limits: { claim: 1_000, highWater: 5_000 },
  };
}

async function openWithoutServer(options: RedisOptions, owned: Owned): Promise<RedisHandle> {
  if (options.role === "command" && !options.ephemeralOk) {
    throw new RuntimeFault(
      "redis-missing",
      "This command needs the stored state, and neither redis-server nor valkey-server is on PATH.",
      "Install redis-server, or name a Redis with REDIS_URL=redis://…",
    );
  }
  if (options.role === "start" && options.isRealBot && !options.allowEphemeral) {
    throw new RuntimeFault(
      "ephemeral-refused",
      "With a real BOT_TOKEN, subscribers must outlive the process, and neither redis-server nor valkey-server is on PATH.",
      "Install redis-server, name a Redis with REDIS_URL=redis://…, or accept the loss with ALLOW_EPHEMERAL=1",
    );
  }
  owned.announce("in-process");
  const handle = await openEphemeral(options);
  return {
    ...handle,
    close: once(async () => {
      await handle.close();
      await owned.release();
    }),
  };
}

async function openEphemeral({ log }: RedisOptions): Promise<RedisHandle> {
  const server = await openInProcess();
  const clients = createClients({ path: server.path }, log);
  return {
    kind: "in-process",
    describe:
      "in the memory of this process only: nothing outlives it, and it serves some 2,000 readers (install redis-server for more)",
    limits: { claim: 100, highWater: 100 },
    connect: clients.connect,
    close: once(async () => {
      await clients.close();
      await server.close();
    }),
  };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
