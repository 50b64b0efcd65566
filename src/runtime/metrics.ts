// The table of all metrics. docs/ops/metrics.md explains each; a test compares the two.
import type { Metric } from "./metric.ts";

/** From a millisecond to half a minute: calls over the network. */
const callBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** A summary takes about a millisecond; hostile texts take longer. */
const summaryBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] as const;

/** From "at once" to the grace of 12 hours after which a digest is not sent any more. */
const delayBuckets = [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 43_200] as const;

/** Counted in the memory of each process and added up in Redis: they are of the whole house, whoever is asked. */
export const counted = {
  mujaz_updates_total: {
    kind: "counter",
    help: "Updates from Telegram that were done, each once however often it came.",
    labels: ["type"],
  },
  mujaz_update_duration_seconds: {
    kind: "histogram",
    help: "From the moment an update was begun to the end of its answer; what waited behind others is not in it.",
    labels: ["type"],
    buckets: callBuckets,
  },
  mujaz_sends_total: {
    kind: "counter",
    help: "Messages given to Telegram, by what they were for and what became of them.",
    labels: ["purpose", "outcome"],
  },
  mujaz_send_duration_seconds: {
    kind: "histogram",
    help: "How long Telegram took to answer a message, without the wait for its turn.",
    labels: ["purpose"],
    buckets: callBuckets,
  },
  mujaz_digest_delay_seconds: {
    kind: "histogram",
    help: "From the instant a digest was due to its last part sent.",
    labels: [],
    buckets: delayBuckets,
  },
  mujaz_claimed_slots_total: {
    kind: "counter",
    help: "Slots that a clock handed to the queue, again after a lease that ended among them.",
    labels: [],
  },
  mujaz_documents_total: {
    kind: "counter",
    help: "Documents read, by source and what became of them.",
    labels: ["source", "outcome"],
  },
  mujaz_source_polls_total: {
    kind: "counter",
    help: "Feeds asked for news, by source and how it went.",
    labels: ["source", "outcome"],
  },
  mujaz_summary_duration_seconds: {
    kind: "histogram",
    help: "How long the summary of one article took.",
    labels: [],
    buckets: summaryBuckets,
  },
  mujaz_log_events_total: {
    kind: "counter",
    help: "Lines of the log, by level and event name; debug lines are not counted.",
    labels: ["level", "event"],
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** Read when they are asked for: out of Redis, or of the web process that answers. */
export const observed = {
  mujaz_build_info: {
    kind: "gauge",
    help: "Always 1; the labels say what runs.",
    labels: ["version", "node"],
  },
  mujaz_redis_up: { kind: "gauge", help: "1 when Redis answered this scrape.", labels: [] },
  mujaz_redis_memory_used_bytes: { kind: "gauge", help: "Memory that Redis has allocated.", labels: [] },
  mujaz_redis_memory_max_bytes: {
    kind: "gauge",
    help: "The most that Redis may allocate; 0 for no limit.",
    labels: [],
  },
  mujaz_telegram_up: {
    kind: "gauge",
    help: "1 when Telegram answered this web process within the last 90 seconds.",
    labels: [],
  },
  mujaz_clock_last_tick_timestamp_seconds: {
    kind: "gauge",
    help: "When a clock last looked who is due, by the time of Redis; 0 for never.",
    labels: [],
  },
  mujaz_slots_total: { kind: "counter", help: "Slots that ended, by outcome.", labels: ["outcome"] },
  mujaz_scheduled_readers: { kind: "gauge", help: "Readers who have a next instant.", labels: [] },
  mujaz_due_readers: { kind: "gauge", help: "Readers who are due and not claimed.", labels: [] },
  mujaz_due_lag_seconds: {
    kind: "gauge",
    help: "How long the reader has waited who is due longest and not claimed.",
    labels: [],
  },
  mujaz_pending_slots: { kind: "gauge", help: "Slots that are claimed and have not ended.", labels: [] },
  mujaz_queue_jobs: {
    kind: "gauge",
    help: "Jobs of the queues; a job of digests may be a wave of many readers.",
    labels: ["queue", "state"],
  },
  mujaz_queue_oldest_seconds: {
    kind: "gauge",
    help: "How long the job has waited that waits longest for a worker; 0 when none does.",
    labels: ["queue"],
  },
  mujaz_updates_open: {
    kind: "gauge",
    help: "Updates that were taken in and are not done.",
    labels: [],
  },
  mujaz_dead_letters: {
    kind: "gauge",
    help: "Digests and alerts that were given up and are kept.",
    labels: [],
  },
  mujaz_processes: {
    kind: "gauge",
    help: "Processes that gave a sign of life within 30 seconds.",
    labels: ["role"],
  },
  mujaz_process_resident_memory_bytes: {
    kind: "gauge",
    help: "Memory of each live process.",
    labels: ["process"],
  },
  mujaz_process_event_loop_lag_seconds: {
    kind: "gauge",
    help: "99th percentile of what each live process's event loop was late within the last seconds.",
    labels: ["process"],
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type Counted = keyof typeof counted;
export type Observed = keyof typeof observed;
