// The table of migrations, in their order: the last one's layout is today's.
import type { Migration } from "./migration.ts";
import { packOlder } from "./migrations/packReaders.ts";

export const migrations: readonly Migration[] = [{ to: 2, name: "pack readers", run: packOlder }];

/** The layout that this version writes. */
export const schemaVersion = migrations.at(-1)?.to ?? 1;
