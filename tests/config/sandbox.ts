// A folder with a small, right configuration, and a way to spoil one file of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { ConfigFault } from "../../src/config/config.ts";
import { type LoadedConfig, loadConfig } from "../../src/config/loadConfig.ts";

const right: Readonly<Record<string, string>> = {
  "config/topics.yaml": "topics:\n  - id: economy\n    names: { ar: الاقتصاد }\n    words: { تضخم: 3 }\n", // "economy", "inflation"
  "config/messages/ar.ftl": "hello = أهلاً\n", // "welcome"
};

/** Writes the files (null leaves one out) into a fresh folder and loads the configuration from there. */
export function load(
  files: Readonly<Record<string, string | null>> = {},
  env: NodeJS.ProcessEnv = {},
): LoadedConfig {
  const cwd = makeFolder({ ...right, ...files });
  return loadConfig({ env, cwd, isTerminal: false });
}

/** A fresh folder with these files, deleted when the test ends. */
export function makeFolder(files: Readonly<Record<string, string | null>>): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The faults of a configuration that must have some. */
export function faultsOf(loaded: LoadedConfig): readonly ConfigFault[] {
  if (loaded.ok) throw new Error("the configuration was accepted");
  return loaded.faults;
}

/** The configuration of files that must be right. */
export function configOf(loaded: LoadedConfig): Extract<LoadedConfig, { ok: true }>["config"] {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults, null, 2));
  return loaded.config;
}
