// Reads the command, runs it, and turns what people can mend into a message and an exit status.
import { Command, CommanderError } from "commander";
import { ConfigRefused, type Desk, Fault, Misuse } from "./cli/subcommand.ts";
import { loadSubcommands } from "./cli/subcommands.ts";
import { loadConfig } from "./config/loadConfig.ts";
import { TokenRefused } from "./processes/tokenRefused.ts";
import { RuntimeFault } from "./runtime/fault.ts";
import { redact } from "./runtime/log.ts";

// Calendar libraries are wrong at DST edges in any other zone.
process.env["TZ"] = "UTC";

let status = 0;
let closeHouse: (() => Promise<void>) | undefined;

const desk: Desk = {
  config() {
    const loaded = loadConfig({ env: process.env, cwd: process.cwd() });
    if (!loaded.ok) throw new ConfigRefused(loaded.faults);
    return loaded.config;
  },
  async house(options) {
    const config = desk.config();
    const { openHouse } = await import("./processes/house.ts");
    const house = await openHouse(config, { ...options, role: "command" });
    closeHouse = house.close;
    return house;
  },
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
  fail: () => {
    status = 1;
  },
};

const program = new Command("mujaz")
  .description("Arabic news as short digests in Telegram")
  .exitOverride()
  .showHelpAfterError("(`mujaz --help` shows the commands)");
for (const add of await loadSubcommands(process.argv[2])) add(program, desk);
for (const command of program.commands) inherit(command);

/** Settings of the program that commander does not hand down to commands added by hand. */
function inherit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) inherit(child);
}

// A reader that closes the pipe early (`mujaz … | head`) is no fault, but what was opened must be closed all the same.
let isCut = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  if (isCut) return;
  isCut = true;
  void Promise.resolve(closeHouse?.()).finally(() => process.exit(0));
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  status = isCut ? 0 : explain(error);
} finally {
  await closeHouse?.();
}
process.exitCode = status;

function explain(error: unknown): number {
  // Commander has printed its own message; help that was asked for is no fault.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Misuse) {
    console.error(`mujaz: ${error.message}`);
    return 2;
  }
  if (error instanceof RuntimeFault) {
    console.error(redact(`mujaz: ${error.message}\n  mend: ${error.mend}`));
    return 1;
  }
  if (error instanceof Fault || error instanceof TokenRefused) {
    console.error(redact(error.message));
    return 1;
  }
  console.error(redact(`mujaz: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  return 1;
}
