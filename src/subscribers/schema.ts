// Brings a store to today's layout when it is opened: one process at a time, forward only.
import type { Redis } from "ioredis";
import { createLease } from "../runtime/lease.ts";
import { wait } from "../runtime/wait.ts";
import type { Migration } from "./migration.ts";
import { migrations as allMigrations } from "./migrations.ts";

export type Opened =
  | { readonly kind: "ready"; readonly version: number }
  /** A later version of Mujaz has written it: this one must not touch it. */
  | { readonly kind: "newer"; readonly found: number; readonly known: number };

export interface SchemaNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  /** Tells this process from others. */
  readonly id: string;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  /** Today's where absent. */
  readonly migrations?: readonly Migration[];
}

/** A killed process keeps the others from going on no longer than this. */
const leaseMs = 30_000;
/** Whoever waits for another process's migration looks this often. */
const lookMs = 250;

export async function openSchema(needs: SchemaNeeds): Promise<Opened> {
  const { redis, prefix, id, report, migrations = allMigrations } = needs;
  const key = `{${prefix}}:schema`;
  const known = migrations.at(-1)?.to ?? 1;
  const lease = createLease(redis, `${key}:lease`, { ttlMs: leaseMs, id });
  for (;;) {
    const found = await versionOf(redis, prefix, known);
    if (found > known) return { kind: "newer", found, known };
    if (found === known) {
      await redis.set(key, known, "NX").catch(unlessReplica);
      return { kind: "ready", version: known };
    }
    if (!(await lease.acquire())) {
      await wait(lookMs);
      continue;
    }
    let isOurs = true;
    lease.hold(() => {
      isOurs = false;
    });
    try {
      for (const { to, name, run } of migrations.filter((each) => each.to > found)) {
        if (!isOurs) break;
        report("schema.migrating", { from: to - 1, to, name });
        const changed = await run(redis, prefix);
        await redis.set(key, to);
        report("schema.migrated", { to, name, changed });
      }
    } finally {
      await lease.release();
    }
  }
}

/** A replica takes no writes of ours at all; `mujaz doctor` says so. */
function unlessReplica(error: unknown): void {
  if (!(error instanceof Error && error.message.startsWith("READONLY"))) throw error;
}

/**
 * The layout of a store. One without a number is of the first shape where it has that shape's table of readers, else of today's;
 * so is one in which a process of the first shape has written since.
 */
async function versionOf(redis: Redis, prefix: string, known: number): Promise<number> {
  const [version, isFirst] = await Promise.all([
    redis.get(`{${prefix}}:schema`),
    redis.exists(`{${prefix}}:readers`),
  ]);
  const noted = version === null ? known : Number(version);
  return isFirst === 1 && noted <= known ? 1 : noted;
}
