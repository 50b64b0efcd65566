// Runs a `mujaz` command inside of the test, on an open house: the same commands and the same statuses, without a process each.
import { Command, CommanderError } from "commander";
import { type Desk, Fault, Misuse } from "../../src/cli/subcommand.ts";
import { loadSubcommands } from "../../src/cli/subcommands.ts";
import type { House } from "../../src/processes/house.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is no fault of the command's own, nor wrong usage, is thrown. */
export async function runOn(house: House, ...args: readonly string[]): Promise<Ran> {
  let [status, stdout, stderr] = [0, "", ""];
  const desk: Desk = {
    config: () => house.config,
    house: async () => house,
    print(line) {
      stdout += `${line}\n`;
    },
    warn(line) {
      stderr += `${line}\n`;
    },
    fail() {
      status = 1;
    },
  };
  const program = new Command("mujaz");
  for (const add of await loadSubcommands(args[0])) add(program, desk);
  const output = {
    writeErr: (text: string) => desk.warn(text.trimEnd()),
    writeOut: (text: string) => desk.print(text),
  };
  const prepare = (command: Command): void => {
    command.exitOverride().configureOutput(output);
    for (const child of command.commands) prepare(child);
  };
  prepare(program);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return { status: 2, stdout, stderr };
    if (!(error instanceof Misuse || error instanceof Fault)) throw error;
    stderr += `${error.message}\n`;
    status = error instanceof Misuse ? 2 : 1;
  }
  return { status, stdout, stderr };
}
