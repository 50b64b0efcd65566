// Reads the whole configuration once: one frozen value, or every fault of every file together.
import type { Config, ConfigFault } from "./config.ts";
import { readEnvironment } from "./env.ts";
import { readFiles } from "./files.ts";
import { deepFreeze } from "./freeze.ts";

export { formatFaults } from "./faults.ts";

export interface ConfigInput {
  readonly env: NodeJS.ProcessEnv;
  /** Holds `.env`, and is where relative folders start. */
  readonly cwd: string;
  /** Whether logs go to a terminal, which makes them pretty; asked of standard error when absent. */
  readonly isTerminal?: boolean;
}

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** Touches only files; never throws for what a person wrote wrongly. */
export function loadConfig({
  env,
  cwd,
  isTerminal = process.stderr.isTTY === true,
}: ConfigInput): LoadedConfig {
  const { environment, faults: environmentFaults } = readEnvironment({ env, cwd, isTerminal });
  const { config, faults: fileFaults } = readFiles(environment.configDir, cwd);
  const faults = [...environmentFaults, ...fileFaults];
  if (config === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, config: deepFreeze({ ...config, env: environment }) };
}
