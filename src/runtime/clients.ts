// The clients of one Redis: made alike, named, watched for outages, closed together.
import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "./log.ts";
import { backoffMs } from "./retry.ts";
import { within } from "./wait.ts";

export interface Clients {
  connect(purpose: string): Redis;
  close(): Promise<void>;
}

/** Starts the name of every client of ours, so that another process of ours can be told from a stranger. */
export const clientPrefix = "mujaz-";

/** `where` is a path or an address; every client speaks to it for as long as it is open, through any outage. */
export function createClients(where: RedisOptions, log: Log): Clients {
  const open = new Set<Redis>();
  let isClosing = false;
  return {
    connect(purpose) {
      const client = new Redis({
        ...where,
        connectionName: `${clientPrefix}${process.pid}-${purpose}`,
        maxRetriesPerRequest: null, // BullMQ's blocking calls must outlive an outage.
        enableReadyCheck: true, // A server that still loads its file is not ready.
        disconnectTimeout: 500, // A server that hangs closes nothing; see pulse.ts.
        maxLoadingRetryTime: 1_000,
        retryStrategy: (times) => 20 + backoffMs(times, { baseMs: 50, capMs: 2_000 }, Math.random),
      });
      open.add(client);
      client.once("end", () => open.delete(client));
      // What somebody still says on a connection that we end ourselves is no outage.
      reportOutages(
        client,
        (err) => {
          if (!isClosing) log.error("redis.lost", { purpose, err });
        },
        () => log.info("redis.back", { purpose }),
      );
      return client;
    },
    async close() {
      isClosing = true;
      await Promise.all([...open].map(closeClient));
    },
  };
}

/** Waits for the answers that are under way, but not for a server that has gone. */
export async function closeClient(client: Redis): Promise<void> {
  if (client.status === "ready")
    await within(
      2_000,
      client.quit().catch(() => {}),
    );
  client.disconnect();
}

function reportOutages(client: Redis, lost: (err: Error) => void, back: () => void): void {
  let isOut = false;
  client.on("error", (err: Error) => {
    if (!isOut) lost(err);
    isOut = true;
  });
  client.on("ready", () => {
    if (isOut) back();
    isOut = false;
  });
}
