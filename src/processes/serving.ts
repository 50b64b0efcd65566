// What a worker process runs, in one place to be loaded together.
export { startAlerts } from "./alerts.ts";
export { startBroadcasts } from "./broadcasts.ts";
export { openPace } from "./rates.ts";
export { startReviews } from "./reviews.ts";
export { startWorker } from "./worker.ts";
