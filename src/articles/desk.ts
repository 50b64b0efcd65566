// Reads the bytes of publishers without holding up the process: small feeds at once, large ones and pages in a thread.
import { codeOf } from "../runtime/fault.ts";
import { createThread, type ThreadOptions } from "../runtime/thread.ts";
import { type DeskTask, type PageAbout, readFeed } from "./desk-tasks.ts";
import type { FeedResult } from "./feed.ts";
import type { FeedAbout } from "./feeds.ts";
import type { Shortened } from "./shorten.ts";

export type PageReading =
  | ({ readonly ok: true } & Shortened)
  | { readonly ok: false; readonly reason: string; readonly mend: string };

export interface Desk {
  /** As `parseFeed`; one that takes too long or too much memory is no feed. Throws the reason of an aborted signal. */
  readFeed(bytes: Uint8Array, about: FeedAbout, signal?: AbortSignal): Promise<FeedResult>;
  /** As `readArticlePage`, and no longer than an article. */
  readPage(bytes: Uint8Array, about: PageAbout, signal?: AbortSignal): Promise<PageReading>;
  close(): Promise<void>;
}

/** A larger feed is read in the thread: the costliest that is known takes 2 s a megabyte (`npm run bench hostile`). */
const mostAtOnce = 64 * 1024;

const limitMs = 10_000;
const maxMb = 512;

/** Beside the bundle that a process runs; the modules that tests run are in a folder next to it. */
const script = new URL("../bundle/desk-thread.js", import.meta.url);

export function createDesk(options: Pick<ThreadOptions, "sleep"> = {}): Desk {
  const thread = createThread({ script, limitMs, maxMb, ...options });

  async function send<T>(task: DeskTask, signal?: AbortSignal): Promise<T | Excess> {
    const ending = await thread.run(task, signal);
    signal?.throwIfAborted();
    switch (ending.kind) {
      case "done":
        return ending.value as T;
      case "late":
        return tooMuch(`longer than ${limitMs / 1000} s`);
      case "stopped":
        throw new Error("the desk is closed");
      case "broken":
        if (codeOf(ending.error) === "ERR_WORKER_OUT_OF_MEMORY") return tooMuch(`more than ${maxMb} MB`);
        throw ending.error;
    }
  }

  return {
    async readFeed(bytes, about, signal) {
      if (bytes.length <= mostAtOnce) return readFeed(bytes, about);
      const result = await send<FeedResult>({ kind: "feed", bytes, about }, signal);
      if (!("excess" in result)) return result;
      const { excess: message, mend } = result;
      return { ok: false, faults: [{ file: about.url, line: 1, message, mend }] };
    },
    async readPage(bytes, about, signal) {
      // Pages all go there: some of 16 KB take half a second, and so does the loading of what reads them.
      const result = await send<Shortened>({ kind: "page", bytes, about }, signal);
      return "excess" in result
        ? { ok: false, reason: result.excess, mend: result.mend }
        : { ok: true, ...result };
    },
    close: () => thread.close(),
  };
}

interface Excess {
  readonly excess: string;
  readonly mend: string;
}

function tooMuch(what: string): Excess {
  return {
    excess: `to read it takes ${what}`,
    mend: "nothing that carries news takes so much: tell the publisher, or take its feed out",
  };
}
