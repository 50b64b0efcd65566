// The ids of jobs: those of the queues, and of every line of the log about a job.

// No id is a bare number, and none has a ":" in it: BullMQ refuses both.

export const digestJobId = ({ member, slot }: { readonly member: number; readonly slot: number }): string =>
  `${slot}_${member}`;

export const broadcastJobId = (job: { readonly member: number; readonly broadcast: number }): string =>
  `b${job.broadcast}_${job.member}`;

export interface AlertIds {
  readonly member: number;
  readonly article: number;
  readonly isAgain?: boolean;
}

/** What is sent again is a job of its own: one that has just been given up may be in the queue still. */
export const alertJobId = ({ member, article, isAgain }: AlertIds): string =>
  `${article}_${member}${isAgain === true ? "_again" : ""}`;

/** The id of the job that a line's fields tell of; undefined where they tell of none. A slot in a wave has one too. */
export function jobIdOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { member, slot, broadcast, article, isAgain } = fields;
  if (typeof member !== "number") return undefined;
  if (typeof slot === "number") return digestJobId({ member, slot });
  if (typeof broadcast === "number") return broadcastJobId({ member, broadcast });
  if (typeof article === "number") return alertJobId({ member, article, isAgain: isAgain === true });
  return undefined;
}
