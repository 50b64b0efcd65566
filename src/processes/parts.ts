// Holds the running parts of a process, and changes them one after another when config/ is read again.
import type { Redis } from "ioredis";
import type { Reread } from "../config/reread.ts";
import { closeClient } from "../runtime/clients.ts";
import type { RedisHandle } from "../runtime/redis-handle.ts";
import type { Shutdown } from "../runtime/shutdown.ts";
import { type House, refit } from "./house.ts";

export interface Part {
  /** Goes on under another configuration; a part that cannot is opened anew, and the old one closed. */
  adopt?(house: House): Promise<void>;
  close(): Promise<void>;
}

export interface Parts {
  /** Opens a part, now and whenever it is changed; it is closed with the process, within `limitMs` where that is given. */
  open<P extends Part>(what: string, open: (house: House) => P | Promise<P>, limitMs?: number): Promise<P>;
  /** Reads config/ and the messages again. Never rejects: whatever is wrong is logged, and what ran before goes on. */
  reload(): Promise<void>;
}

interface Held {
  readonly what: string;
  readonly open: (house: House) => Part | Promise<Part>;
  part: Part;
  giveBack: () => Promise<void>;
}

export function createParts(
  house: House,
  shutdown: Pick<Shutdown, "onStop">,
  reread: (current: House["config"]) => Reread,
): Parts {
  const { log } = house;
  const parts: Held[] = [];
  let current = house.config;
  let isStopping = false;
  let changing: Promise<void> = Promise.resolve();

  async function openOn(on: House, open: Held["open"]): Promise<Pick<Held, "part" | "giveBack">> {
    const lent = borrow(on.redis);
    try {
      return { part: await open({ ...on, redis: lent.redis }), giveBack: lent.giveBack };
    } catch (error) {
      await lent.giveBack();
      throw error;
    }
  }

  /** The new one runs before the old one goes: no minute is missed, and one that cannot open leaves the old one as it is. */
  async function change(held: Held, next: House): Promise<void> {
    if (held.part.adopt !== undefined) return held.part.adopt(next);
    const { part, giveBack } = held;
    Object.assign(held, await openOn(next, held.open));
    await part.close();
    await giveBack();
  }

  async function adoptNow(): Promise<void> {
    const read = reread(current);
    if (!read.ok) {
      for (const { file, line, message, mend } of read.faults)
        log.error("config.refused", { file, line, message, mend });
      log.warn("config.kept", { faults: read.faults.length });
      return;
    }
    const { config, changed, needRestart, warnings } = read;
    for (const { file, line, message, mend } of warnings)
      log.warn("config.environment", { file, line, message, mend });
    if (needRestart.length > 0) log.warn("config.needs-restart", { names: needRestart });
    if (changed.length > 0) {
      const next = refit(house, config, house.redis);
      let isWhole = true;
      for (const held of parts) {
        if (isStopping) return;
        await change(held, next).catch((err) => {
          isWhole = false;
          log.error("config.part-failed", { part: held.what, err });
        });
      }
      // The next signal tries again what failed.
      if (!isWhole) return;
      current = config;
    }
    log.info("config.reloaded", { changed, needRestart });
  }

  return {
    async open(what, open, limitMs) {
      const held: Held = { what, open, ...(await openOn(house, open)) };
      parts.push(held);
      const close = async (): Promise<void> => {
        isStopping = true;
        await changing;
        await held.part.close();
      };
      shutdown.onStop(what, close, limitMs);
      return held.part as Awaited<ReturnType<typeof open>>;
    },
    reload() {
      changing = changing
        .then(() => (isStopping ? undefined : adoptNow()))
        .catch((err) => log.error("config.failed", { err }));
      return changing;
    },
  };
}

/** Clients for one part, closed when it is replaced. */
function borrow(redis: RedisHandle): { redis: RedisHandle; giveBack(): Promise<void> } {
  const clients: Redis[] = [];
  return {
    redis: {
      ...redis,
      connect(purpose) {
        const client = redis.connect(purpose);
        clients.push(client);
        return client;
      },
    },
    async giveBack() {
      await Promise.all(clients.map(closeClient));
    },
  };
}
