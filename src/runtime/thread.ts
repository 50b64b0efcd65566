// Does heavy work in one thread of its own, within a limit of time and memory, so that the rest of the process goes on.
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";

/** How one task ended. "stopped": its signal was aborted, or the thread closed. "broken": it died, or threw; see the error. */
export type Ending =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "late" | "stopped" }
  | { readonly kind: "broken"; readonly error: unknown };

export interface Thread {
  /** One task after the other. The task and what comes of it are copied from thread to thread (structured clone). */
  run(task: unknown, signal?: AbortSignal): Promise<Ending>;
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** A module that posts one message when it is ready, and one in answer to each that it gets. */
  readonly script: URL;
  /** For one task, without the loading of the script; a thread that is late is ended. */
  readonly limitMs: number;
  /** Of its heap; one that needs more is ended by Node (ERR_WORKER_OUT_OF_MEMORY). */
  readonly maxMb: number;
  /** A thread without work goes after so long: 30,000 when absent. */
  readonly idleMs?: number;
  /** The limit is measured with it; real time when absent. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const realSleep = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal, ref: false });

/** The thread starts with the first task, and again after one that had to be ended. */
export function createThread(options: ThreadOptions): Thread {
  const { script, limitMs, maxMb, idleMs = 30_000, sleep = realSleep } = options;
  const closing = new AbortController();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Worker> {
    clearTimeout(idle);
    worker?.ref(); // While it works the process stays.
    if (worker !== undefined) return worker;
    const one = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: maxMb } });
    one.on("error", () => {}); // Who waits for an answer is told.
    one.once("exit", () => {
      if (worker === one) worker = undefined;
    });
    worker = one;
    await answerOf(one);
    return one;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    await worker?.terminate();
    worker = undefined;
  }

  async function work(task: unknown, stop: AbortSignal): Promise<Ending> {
    if (stop.aborted) return { kind: "stopped" };
    const over = new AbortController();
    try {
      const one = await open();
      return await new Promise<Ending>((resolve) => {
        answerOf(one).then(
          (value) => resolve({ kind: "done", value }),
          (error: unknown) => resolve({ kind: "broken", error }),
        );
        one.postMessage(task);
        sleep(limitMs, over.signal).then(
          () => resolve({ kind: "late" }),
          () => {},
        );
        stop.addEventListener("abort", () => resolve({ kind: "stopped" }), { signal: over.signal });
      });
    } catch (error) {
      return { kind: "broken", error };
    } finally {
      over.abort();
    }
  }

  async function runOne(task: unknown, stop: AbortSignal): Promise<Ending> {
    const ending = await work(task, stop);
    if (ending.kind !== "done") await end();
    else {
      worker?.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
    return ending;
  }

  return {
    run(task, signal) {
      const stop = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
      const next = last.then(() => runOne(task, stop));
      last = next;
      return next;
    },
    async close() {
      closing.abort();
      await last;
      await end();
    },
  };
}

/** The next message of a worker; rejects when it dies. */
function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off("message", take).off("error", fail).off("exit", leave);
    };
    const take = (value: unknown): void => {
      settle();
      resolve(value);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const leave = (code: number): void => fail(new Error(`the thread ended by itself (${code})`));
    worker.on("message", take).on("error", fail).on("exit", leave);
  });
}
