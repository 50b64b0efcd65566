// Brings the embedded server back when it dies under us (killed, out of memory): its file has the state.
import type { Redis } from "ioredis";
import type { Log } from "../log.ts";
import { backoffMs } from "../retry.ts";
import { wait } from "../wait.ts";

/** `client` watches, `ensure` starts the server again; the other clients reconnect by themselves. */
export function keepAlive(client: Redis, ensure: () => Promise<unknown>, log: Log): { stop(): void } {
  let isStopped = false;
  let isMending = false;
  const mend = async (): Promise<void> => {
    if (isStopped || isMending) return;
    isMending = true;
    for (let attempt = 0; !isStopped; attempt += 1) {
      try {
        const how = await ensure();
        log.warn("redis.restarted", { how });
        break;
      } catch (err) {
        log.error("redis.restart-failed", { attempt, err });
        await wait(backoffMs(attempt, { baseMs: 500, capMs: 30_000 }, Math.random));
      }
    }
    isMending = false;
  };
  client.on("close", () => void mend());
  return {
    stop() {
      isStopped = true;
    },
  };
}
