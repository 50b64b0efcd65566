// The table of subcommands, in the order of `mujaz --help`.
import type { Subcommand } from "./subcommand.ts";

/** By the name that is typed. Each is loaded when it is asked for: half of them need neither queue nor bot nor web. */
export const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  start: async () => (await import("./start.ts")).start,
  summarize: async () => (await import("./summarize.ts")).summarize,
  clean: async () => (await import("./clean.ts")).clean,
  ingest: async () => (await import("./ingest.ts")).ingest,
  preview: async () => (await import("./preview.ts")).preview,
  schedule: async () => (await import("./schedule.ts")).schedule,
  subscribers: async () => (await import("./subscribers.ts")).subscribers,
  articles: async () => (await import("./articles.ts")).articles,
  sources: async () => (await import("./sources.ts")).sources,
  dead: async () => (await import("./dead.ts")).dead,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  "send-due": async () => (await import("./sendDue.ts")).sendDue,
  schema: async () => (await import("./schema.ts")).schema,
  doctor: async () => (await import("./doctor.ts")).doctor,
};

/** The named one; all of them where none has the name, for help and for a word that is nearly a name. */
export function loadSubcommands(name: string | undefined): Promise<readonly Subcommand[]> {
  const named = name !== undefined && Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  const loads = named === undefined ? Object.values(subcommands) : [named];
  return Promise.all(loads.map((load) => load()));
}
