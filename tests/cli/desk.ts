// Runs a `mujaz` command inside of the test: the real command line, without a process each.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "../../src/cli/run.ts";
import type { House } from "../../src/processes/house.ts";
import { root } from "../root.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
  readonly house?: House;
}

/** With a house and a configuration of its own, as a newcomer's: what the test's own environment holds is not seen. */
export async function runHere(
  args: readonly string[],
  { env = {}, input = "", cwd = tmpdir(), house }: Given = {},
): Promise<Ran> {
  const [stdout, stderr] = [gather(), gather()];
  const status = await runCli(args, {
    env: {
      LOG_LEVEL: "silent",
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      ...env,
    },
    cwd: () => cwd,
    stdin: Readable.from(input === "" ? [] : [Buffer.from(input)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    exit: () => undefined,
    ...(house === undefined ? {} : { house }),
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** In an open house. */
export const runOn = (house: House, ...args: readonly string[]): Promise<Ran> => runHere(args, { house });

function gather(): { stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
