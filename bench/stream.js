// Peak memory of `mujaz summarize --jsonl` by the number of lines it was given: it should not grow.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeText, readGolden } from "./articles.js";

const bin = fileURLToPath(new URL("../bin/mujaz.js", import.meta.url));
const lineCounts = [1_000, 10_000, 50_000];
/** Node lets its heap grow as long as there is room; held tight it shows what is really kept. */
const heldCounts = [1_000, 10_000];
const held = 40;
const wordsEach = 120;
/** Different texts, told again: making fifty thousand would take longer than summarising them. */
const textCount = 1_000;

export async function printStream() {
  if (!existsSync("/proc/self/status")) {
    console.log(
      "summarize --jsonl: the peak memory of another process is only read on Linux, nothing measured.",
    );
    return;
  }
  const golden = readGolden();
  const texts = Array.from({ length: textCount }, (_, at) => makeText(golden, wordsEach, { seed: at + 1 }));
  const table = {};
  for (const lines of lineCounts) table[`${lines} lines`] = await run(texts, lines);
  for (const lines of heldCounts)
    table[`${lines} lines, heap of ${held} MB`] = await run(texts, lines, [`--max-old-space-size=${held}`]);
  console.table(table);
}

async function run(texts, lines, flags = []) {
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, bin, "summarize", "--jsonl", "-"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answered = countLines(child.stdout);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  let megabytes = 0;
  for (let at = 0; at < lines; at += 1) {
    const line = `${JSON.stringify({ id: at, text: texts[at % texts.length] })}\n`;
    megabytes += Buffer.byteLength(line) / 2 ** 20;
    if (!child.stdin.write(line)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await once(child, "close");
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  return {
    answered: await answered,
    "MB read": Math.round(megabytes),
    "peak MB": Math.round(peak / 1024),
    "lines/s": Math.round(lines / seconds),
  };
}

async function countLines(stream) {
  let count = 0;
  for await (const chunk of stream) for (const byte of chunk) if (byte === 10) count += 1;
  return count;
}

/** Kilobytes that the process held at its highest so far; 0 once it has ended. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
