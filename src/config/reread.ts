// Reads config/ once more for a running process: what has changed, and what only a new start can take over.
import { isDeepStrictEqual } from "node:util";
import type { Config, ConfigFault, Environment, FileConfig } from "./config.ts";
import { readEnvironment } from "./env.ts";
import { readFiles } from "./files.ts";
import { deepFreeze } from "./freeze.ts";
import type { ConfigInput } from "./loadConfig.ts";

export type Reread =
  | {
      readonly ok: true;
      /** The files as they are now, and the environment as it was at the start. */
      readonly config: Config;
      /** Keys and files that differ, e.g. "delivery.graceHours", "messages/ar.ftl", "topics"; empty: nothing has changed. */
      readonly changed: readonly string[];
      /** Environment names that `.env` or a secret's file gives another value now: they need a restart. */
      readonly needRestart: readonly string[];
      /** What is wrong with the environment: nothing now, but the next start will be refused. */
      readonly warnings: readonly ConfigFault[];
    }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** One wrong file refuses all of them: `current` stays in force as a whole. The folder is the one that was read at the start. */
export function rereadConfig(
  current: Config,
  { env, cwd, isTerminal = process.stderr.isTTY === true }: ConfigInput,
): Reread {
  const { config: files, faults } = readFiles(current.env.configDir, cwd);
  if (files === undefined || faults.length > 0) return { ok: false, faults };
  const { environment, faults: warnings } = readEnvironment({ env, cwd, isTerminal });
  const config = deepFreeze({ ...files, env: current.env });
  const needRestart = warnings.length > 0 ? [] : changedNames(current.env, environment);
  return { ok: true, config, changed: changedKeys(current, config), needRestart, warnings };
}

const wholeFiles = ["topics", "boilerplate", "sources"] as const;

/** Everything under config/ that differs, in the order of the files. */
export function changedKeys(before: FileConfig, after: FileConfig): readonly string[] {
  const { topics: _, boilerplate: _2, sources: _3, messages: _4, ...settings } = before;
  const sections = Object.keys(settings).filter((name) => name !== "env");
  const at = (config: FileConfig, name: string): unknown => config[name as keyof FileConfig];
  return [
    ...sections.flatMap((name) => differences(name, at(before, name), at(after, name))),
    ...wholeFiles.filter((name) => !isDeepStrictEqual(before[name], after[name])),
    ...differences("messages", before.messages, after.messages).map(
      (name) => `${name.replace(".", "/")}.ftl`,
    ),
  ];
}

/** Paths of the values that differ; lists are values. */
function differences(path: string, before: unknown, after: unknown): readonly string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isMap(before) || !isMap(after)) return [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(`${path}.${name}`, before[name], after[name]));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function changedNames(before: Environment, after: Environment): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Environment>;
  return [...fields]
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .flatMap((field) => (field === "webhook" ? ["WEBHOOK_URL", "WEBHOOK_SECRET"] : [toName(field)]))
    .sort();
}

/** adminIds → ADMIN_IDS */
const toName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
