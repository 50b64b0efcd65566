// mujaz start [web|clock|worker …]
import { type ProcessName, processNames, startProcesses } from "../processes/start.ts";
import { Misuse, type Subcommand } from "./subcommand.ts";

export const start: Subcommand = (program, desk) => {
  program
    .command("start")
    .description("run the named processes in one Node process; all three when none is named")
    .argument("[processes...]", processNames.join(", "))
    .action(async (names: readonly string[]) => {
      const wrong = names.find((name) => !processNames.some((known) => known === name));
      if (wrong !== undefined) {
        throw new Misuse(`There is no process "${wrong}". Choose among: ${processNames.join(", ")}`);
      }
      const chosen = names.length === 0 ? processNames : (names as readonly ProcessName[]);
      if (!(await startProcesses(desk.config(), [...new Set(chosen)], desk.print, desk.reread))) desk.fail();
    });
};
