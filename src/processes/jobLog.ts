// The log of what is served from the queues: each line about a job has its id.
import { jobIdOf } from "../delivery/jobId.ts";
import type { Log } from "../runtime/log.ts";

/** No store of ids as for updates: it would cost a worker a tenth of its digests a second (runtime/trace.ts). */
export function reportJobs(log: Pick<Log, "info">): (event: string, fields: Record<string, unknown>) => void {
  return (event, fields) => {
    const job = jobIdOf(fields);
    log.info(event, job === undefined ? fields : { job, ...fields });
  };
}
