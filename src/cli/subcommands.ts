// The table of subcommands, in the order of `mujaz --help`.
import { articles } from "./articles.ts";
import { clean } from "./clean.ts";
import { dead } from "./dead.ts";
import { doctor } from "./doctor.ts";
import { ingest } from "./ingest.ts";
import { preview } from "./preview.ts";
import { schedule } from "./schedule.ts";
import { sendDue } from "./sendDue.ts";
import { sources } from "./sources.ts";
import { start } from "./start.ts";
import type { Subcommand } from "./subcommand.ts";
import { subscribers } from "./subscribers.ts";
import { summarize } from "./summarize.ts";

export const subcommands: readonly Subcommand[] = [
  start,
  summarize,
  clean,
  ingest,
  preview,
  schedule,
  subscribers,
  articles,
  sources,
  dead,
  sendDue,
  doctor,
];
