// The thread of a desk: does one task after the other, and posts what came of it.
import { parentPort } from "node:worker_threads";
import { type DeskTask, readFeed, readPage } from "./desk-tasks.ts";

parentPort?.on("message", (task: DeskTask) => {
  parentPort?.postMessage(
    task.kind === "feed" ? readFeed(task.bytes, task.about) : readPage(task.bytes, task.about),
  );
});
parentPort?.postMessage("ready");
