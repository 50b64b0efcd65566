// The process of a `mujaz` command: its surroundings handed to the command line, and its exit status back.
import { runCli } from "./cli/run.ts";
import { createLog } from "./runtime/log.ts";

// Calendar libraries are wrong at DST edges in any other zone.
process.env["TZ"] = "UTC";

// Node would print the error as it is, with whatever its message quotes.
process.on("uncaughtException", (err) => {
  const format = process.stderr.isTTY ? "pretty" : "json";
  createLog({ level: "error", format }).error("process.crashed", { err });
  process.exit(1);
});

process.exitCode = await runCli(process.argv.slice(2), process);

// What was printed goes out first, however slowly it is read: a pipe holds 64 KB, the rest waits in this process.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write("", done))),
);

// What libraries forget to let go must not keep a process that has done its work: node-fetch leaves a timer of 500 s behind
// where an answer was cut off in its body, and a rolling restart would wait for it.
const leftoversMs = 1_000;
setTimeout(() => process.exit(), leftoversMs).unref();
