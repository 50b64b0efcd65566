// The contract of a subcommand of `mujaz`, and what all of them are lent.
import type { Writable } from "node:stream";
import type { Command } from "commander";
import type { Config, ConfigFault } from "../config/config.ts";
import { formatFaults } from "../config/faults.ts";
import type { Reread } from "../config/reread.ts";
import type { House, OpenOptions } from "../processes/house.ts";

export interface Desk {
  /** The checked configuration; throws Fault (exit status 1) naming every fault. */
  config(): Config;
  /** Reads config/ again, for a process that runs under `current`. */
  reread(current: Config): Reread;
  /** Opens the house for the command's own time; closed by the caller of the subcommand. */
  house(options: Omit<OpenOptions, "role">): Promise<House>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** For machines, and for what is written faster than it is read; lines for people go through print(). */
  readonly stdout: Writable;
  /** A line or more for people on standard output: what a terminal would obey is written out. */
  print(text: string): void;
  /** One value for machines on standard output, as JSON: indented by two, unless it is for one line. */
  printJson(value: unknown, indent?: 0 | 2): void;
  /** A line or more for people on standard error. */
  warn(text: string): void;
  /** The command goes on, but its exit status will be 1. */
  fail(): void;
}

export type Subcommand = (program: Command, desk: Desk) => void;

/** Something a person can mend; main prints the message and exits with 1. */
export class Fault extends Error {
  override name = "Fault";
}

/** A configuration that was refused, with everything that is wrong in it. */
export class ConfigRefused extends Fault {
  override name = "ConfigRefused";
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(formatFaults(faults));
    this.faults = faults;
  }
}

/** Wrong usage; main prints the message and exits with 2. */
export class Misuse extends Error {
  override name = "Misuse";
}
