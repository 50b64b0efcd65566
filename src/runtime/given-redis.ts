// A Redis that the operator gave: reached once at the start, or a clear fault that shows no password.
import { Redis, type RedisOptions } from "ioredis";
import { createClients } from "./clients.ts";
import { codeOf, RuntimeFault } from "./fault.ts";
import type { Log } from "./log.ts";
import { redact } from "./redact.ts";
import type { RedisHandle } from "./redis-handle.ts";
import { wait } from "./wait.ts";

const patienceMs = 10_000;

/** Tries for ten seconds; a wrong password is told at once. */
export async function openGiven(url: string, log: Log, limitMs = patienceMs): Promise<RedisHandle> {
  const where = parseRedisUrl(url);
  await reach(where, limitMs);
  const clients = createClients(where, log);
  return {
    kind: "given",
    describe: `in the given Redis at ${describeRedis(where)}`,
    limits: { claim: 1_000, highWater: 5_000 },
    connect: clients.connect,
    close: clients.close,
  };
}

/** What a REDIS_URL means to the client. Throws RuntimeFault for an address that means nothing. */
export function parseRedisUrl(url: string): RedisOptions {
  if (url.startsWith("/")) return { path: url };
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === "") {
    throw new RuntimeFault(
      "redis-unreachable",
      "REDIS_URL is not the address of a Redis.",
      "Write it like redis://127.0.0.1:6379/0",
    );
  }
  const db = Number(parsed.pathname.slice(1) || 0);
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ""),
    port: Number(parsed.port || 6379),
    ...(parsed.username === "" ? {} : { username: decodeURIComponent(parsed.username) }),
    ...(parsed.password === "" ? {} : { password: decodeURIComponent(parsed.password) }),
    ...(Number.isInteger(db) && db > 0 ? { db } : {}),
    ...(parsed.protocol === "rediss:" ? { tls: { servername: parsed.hostname } } : {}),
  };
}

/** Host, port and database, or the socket's path; never the user or the password. */
export function describeRedis({ path, host, port, db }: RedisOptions): string {
  return path ?? `${host}:${port}${db ? `, database ${db}` : ""}`;
}

async function reach(where: RedisOptions, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    const trouble = await ping(where, Math.max(500, end - performance.now()));
    if (trouble === undefined) return;
    const isRefused = /^(NOAUTH|WRONGPASS|NOPERM|ERR)\b/.test(trouble.message);
    if (isRefused || performance.now() >= end) throw unreachable(where, trouble);
    await wait(250);
  }
}

async function ping(where: RedisOptions, limitMs: number): Promise<Error | undefined> {
  let lost: Error | undefined;
  const client = new Redis({
    ...where,
    lazyConnect: true,
    connectTimeout: Math.min(3_000, limitMs),
    commandTimeout: Math.min(3_000, limitMs),
    disconnectTimeout: 1, // A refused connection is closed already; the default would hold the process for 2 s.
    enableReadyCheck: false, // LOADING comes as the answer to PING, and is waited for like an outage.
    retryStrategy: () => null,
  });
  client.on("error", (error: Error) => {
    lost = error;
  });
  try {
    await client.connect();
    await client.ping();
    return undefined;
  } catch (error) {
    return lost ?? (error instanceof Error ? error : new Error(String(error)));
  } finally {
    client.disconnect();
  }
}

function unreachable(where: RedisOptions, cause: Error): RuntimeFault {
  const why = redact(cause.message || codeOf(cause) || "no answer");
  return new RuntimeFault(
    "redis-unreachable",
    `The Redis of REDIS_URL at ${describeRedis(where)} cannot be used: ${why}`,
    "Start it, correct REDIS_URL, or leave REDIS_URL out to use an embedded one",
    cause,
  );
}
