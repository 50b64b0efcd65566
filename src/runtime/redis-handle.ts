// The contract of the store that a process works on.
import type { Redis } from "ioredis";
import type { Log } from "./log.ts";

export interface RedisOptions {
  /** A given Redis: `redis://`, `rediss://` or the absolute path of a unix socket. Embedded when absent. */
  readonly url?: string;
  readonly dataDir: string;
  readonly role: "start" | "command";
  /** The command's name, told to others who ask for the folder. */
  readonly command?: string;
  /** The operator accepts that state dies with the process. */
  readonly allowEphemeral: boolean;
  /** A command that may work on a store of its own, which dies with it (a preview, a dry run). */
  readonly ephemeralOk?: boolean;
  readonly isRealBot: boolean;
  /** Where redis-server is looked for; the process's own PATH when absent. */
  readonly searchPath?: string;
  readonly log: Log;
}

export interface RedisHandle {
  readonly kind: "given" | "server" | "in-process";
  /** One line for people: where state is kept. No password in it. */
  readonly describe: string;
  /** What the clock may claim at once, and how many jobs may wait. */
  readonly limits: { readonly claim: number; readonly highWater: number };
  /** A client of its own for one purpose ("queue", "worker"), fit for BullMQ; it reconnects by itself. */
  connect(purpose: string): Redis;
  /** Closes every client, stops the embedded server, gives the folder back. Idempotent. */
  close(): Promise<void>;
}
