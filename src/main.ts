// The process of a `mujaz` command: its surroundings handed to the command line, and its exit status back.
import { runCli } from "./cli/run.ts";

// Calendar libraries are wrong at DST edges in any other zone.
process.env["TZ"] = "UTC";

process.exitCode = await runCli(process.argv.slice(2), process);
