// Orderly stop: order, limits, failures, and the second signal.
import { describe, expect, it, onTestFinished } from "vitest";
import { createShutdown } from "../../src/runtime/shutdown.ts";
import { captureLog } from "./capture.ts";

function create(graceMs = 10_000) {
  const captured = captureLog();
  const statuses: number[] = [];
  const shutdown = createShutdown({
    log: captured.log,
    graceMs,
    exit: (status) => void statuses.push(status),
  });
  return { ...captured, shutdown, statuses };
}

describe("shutdown", () => {
  it("closes the last registered first, each once", async () => {
    const { shutdown } = create();
    const closed: string[] = [];
    for (const what of ["redis", "worker", "web"]) {
      shutdown.onStop(what, async () => void closed.push(what));
    }
    await Promise.all([shutdown.stop("test"), shutdown.stop("again")]);
    expect(closed).toEqual(["web", "worker", "redis"]);
    expect(await shutdown.stopped).toBe("test");
    expect(shutdown.isClean()).toBe(true);
  });

  it("goes on when one fails and another hangs, and logs both", async () => {
    const { shutdown, lines } = create();
    const closed: string[] = [];
    shutdown.onStop("first", async () => void closed.push("first"));
    shutdown.onStop("hangs", () => new Promise(() => {}), 10);
    shutdown.onStop("fails", () => Promise.reject(new Error("no")));
    await shutdown.stop("test");
    expect(closed).toEqual(["first"]);
    expect(shutdown.isClean()).toBe(false);
    const failed = lines().filter(({ event }) => event === "stop.failed");
    expect(failed.map(({ what, err }) => [what, (err as Error).message])).toEqual([
      ["fails", "no"],
      ["hangs", "not closed within 10 ms"],
    ]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops at %s, and leaves at once with %i at the second", async (signal, status) => {
    const { shutdown, statuses } = create();
    const before = process.listeners(signal);
    shutdown.listen();
    onTestFinished(() => {
      for (const name of ["SIGINT", "SIGTERM"] as const) {
        for (const listener of process.listeners(name)) {
          if (!before.includes(listener)) process.off(name, listener);
        }
      }
    });
    let release = (): void => {};
    shutdown.onStop("slow", () => new Promise((resolve) => (release = resolve)));
    process.emit(signal, signal);
    expect(statuses).toEqual([]);
    process.emit(signal, signal);
    expect(statuses).toEqual([status]);
    release();
    expect(await shutdown.stopped).toBe(signal);
  });
});
