// Runs one command line to its end, and turns what people can mend into a message and an exit status.
import type { Writable } from "node:stream";
import { Command, CommanderError } from "commander";
import { loadConfig } from "../config/loadConfig.ts";
import { rereadConfig } from "../config/reread.ts";
import type { House } from "../processes/house.ts";
import { TokenRefused } from "../processes/tokenRefused.ts";
import { RuntimeFault } from "../runtime/fault.ts";
import { redact } from "../runtime/log.ts";
import { makeVisible } from "../runtime/visible.ts";
import { ConfigRefused, type Desk, Fault, Misuse } from "./subcommand.ts";
import { loadSubcommands } from "./subcommands.ts";

/** What a command line has around it; `process` is one. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder whose `.env` is read. */
  cwd(): string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** An open house to work in; it is not closed. Absent: one is opened on the configuration, where a command needs it. */
  readonly house?: House;
  /** Ends at once, for a command whose reader is gone (`mujaz … | head`). */
  exit(status: number): void;
}

/** Gives the exit status: 0 fine, 1 a fault that a message named, 2 wrong usage. Faults of ours are printed with their stack: 1. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  let status = 0;
  let closeHouse: (() => Promise<void>) | undefined;
  const desk: Desk = {
    config() {
      if (around.house !== undefined) return around.house.config;
      const loaded = loadConfig({ env: around.env, cwd: around.cwd() });
      if (!loaded.ok) throw new ConfigRefused(loaded.faults);
      return loaded.config;
    },
    reread: (current) => rereadConfig(current, { env: around.env, cwd: around.cwd() }),
    async house(options) {
      if (around.house !== undefined) return around.house;
      const config = desk.config();
      const { openHouse } = await import("../processes/house.ts");
      const house = await openHouse(config, { ...options, role: "command" });
      closeHouse = house.close;
      return house;
    },
    // Asked for late: to open it may wait for whoever is to write.
    get stdin() {
      return around.stdin;
    },
    stdout: around.stdout,
    print: (text) => void around.stdout.write(`${makeVisible(text)}\n`),
    printJson: (value, indent = 2) => void around.stdout.write(`${JSON.stringify(value, null, indent)}\n`),
    warn: (text) => void around.stderr.write(`${makeVisible(text)}\n`),
    fail() {
      status = 1;
    },
  };
  const program = new Command("mujaz")
    .description("Arabic news as short digests in Telegram")
    .showHelpAfterError("(`mujaz --help` shows the commands)");
  for (const add of await loadSubcommands(args[0])) add(program, desk);
  settle(program, {
    writeOut: (text) => void around.stdout.write(text),
    writeErr: (text) => void around.stderr.write(text),
  });

  // A reader that closes the pipe early is no fault, but what was opened must be closed all the same.
  let isCut = false;
  around.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (isCut) return;
    isCut = true;
    void Promise.resolve(closeHouse?.()).finally(() => around.exit(0));
  });

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    status = isCut ? 0 : explain(error, desk);
  } finally {
    await closeHouse?.();
  }
  return status;
}

/** Settings that commander does not hand down to commands added by hand. */
function settle(
  command: Command,
  output: { writeOut(text: string): void; writeErr(text: string): void },
): void {
  command.exitOverride().configureOutput(output);
  for (const child of command.commands) settle(child, output);
}

function explain(error: unknown, { warn }: Pick<Desk, "warn">): number {
  // Commander has printed its own message; help that was asked for is no fault.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Misuse) {
    warn(`mujaz: ${error.message}`);
    return 2;
  }
  if (error instanceof RuntimeFault) warn(redact(`mujaz: ${error.message}\n  mend: ${error.mend}`));
  else if (error instanceof Fault || error instanceof TokenRefused) warn(redact(error.message));
  else warn(redact(`mujaz: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  return 1;
}
