// What /metrics answers, two scrapes a minute apart: recorded samples of a house at work, for the tests of the alert rules.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const minuteMs = 60_000;

/** Writes `healthy-0.txt` and `healthy-1.txt` into a folder. */
export async function recordScrapes(port, dir) {
  for (const index of [0, 1]) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    writeFileSync(join(dir, `healthy-${index}.txt`), text);
    if (index === 0) await sleep(minuteMs);
  }
}
