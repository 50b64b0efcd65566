// What `mujaz doctor` says of the feeds.
import type { FeedSource, FeedState } from "../../sources/feedSource.ts";
import type { Register } from "../../sources/register.ts";
import { type Found, fault, ok, skipped } from "../finding.ts";

/** Failures in a row that are no passing trouble: at a doubling pace, most of a week. */
const manyFailures = 10;

const dayMs = 86_400_000;

/** One finding for all that is well, and one for each feed that is not. */
export async function checkSources(
  register: Pick<Register, "list" | "state">,
  now: Date,
): Promise<readonly Found[]> {
  const sources = await register.list();
  if (sources.length === 0) return [skipped("no feeds: `mujaz sources add` adds one")];
  const faults: Found[] = [];
  let read = 0;
  for (const source of sources) {
    const state = await register.state(source.id);
    if (now.getTime() - Date.parse(state.lastRead ?? "") < dayMs) read += 1;
    faults.push(...faultsOf(source, state));
  }
  return faults.length > 0 ? faults : [ok(`${sources.length} feeds, ${read} read in the last day`)];
}

function faultsOf({ id, name }: FeedSource, { off, failures, error }: FeedState): Found[] {
  if (off !== undefined) return [fault(`${name} is off: ${off}`, `mujaz sources on ${id}, or remove it`)];
  if (failures < manyFailures || error === undefined) return [];
  return [fault(`${name} failed ${failures} times in a row: ${error.reason}`, error.mend)];
}
