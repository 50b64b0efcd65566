// The contract of a migration: one step from a layout of the store to the next.
import type { Redis } from "ioredis";

export interface Migration {
  /** The layout that it makes; it begins at the one before. */
  readonly to: number;
  readonly name: string;
  /**
   * Broken off in the middle it goes on when it is run again, and a process of an earlier version may still write meanwhile.
   * Gives how many records it changed.
   */
  readonly run: (redis: Redis, prefix: string) => Promise<number>;
}
