// The web as the rest of the house sees it: an address goes in, and bytes come out, or the reason why not.
import { createAllowedHosts } from "./allow-hosts.ts";
import { type Lookup, systemLookup } from "./connect.ts";
import { Ended, type Failed, failed, type Refused } from "./ended.ts";
import { type Limits, run, type Surroundings } from "./errand.ts";
import { readAnswer, readRobots, toHeaders } from "./reading.ts";
import { createRobots, type RobotsText, robotsBytes } from "./robots.ts";
import { sleep as realSleep, type Sleep } from "./stops.ts";
import { toAnswer } from "./troubles.ts";
import { createTurns } from "./turns.ts";
import type { Web } from "./web.ts";

export type { Limits } from "./errand.ts";

export interface WebOptions {
  /** `Mujaz/<version> (+<address of a page about it>)`; the part before "/" is looked for in robots.txt. */
  readonly userAgent: string;
  /** "host" or "host:port": exempt from the rule that only public addresses are fetched, and from nothing else. */
  readonly allowHosts: readonly string[];
  /** 5 MiB, 20,000 ms, 5 redirects, 1,000 ms where absent. */
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
  /** The system's resolver when absent. */
  readonly lookup?: Lookup;
  /** Pauses between requests and the time limit are measured with it; real time when absent. */
  readonly sleep?: Sleep;
}

const defaults: Limits = { maxBytes: 5 * 1024 * 1024, timeoutMs: 20_000, redirects: 5, pauseMs: 1_000 };

/** One for the whole process: it is the memory of whose turn it is and of what robots.txt says. */
export function createWeb(options: WebOptions): Web {
  const { userAgent, now = () => new Date(), lookup = systemLookup, sleep = realSleep } = options;
  const limits = { ...defaults, ...options.limits };
  const around: Surroundings = {
    limits,
    lookup,
    allowed: createAllowedHosts(options.allowHosts),
    sleep,
    turns: createTurns(sleep, now),
  };
  const open = new Set<AbortController>();
  let isClosed = false;

  /** Runs work that the signal, the time limit and `close` can end, and gives its trouble as an answer. */
  const attempt = async <T>(
    work: (stop: AbortController) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | Refused | Failed> => {
    const stop = new AbortController();
    const onStop = (): void => stop.abort(new Ended(stopped));
    signal?.addEventListener("abort", onStop, { once: true });
    open.add(stop);
    try {
      if (isClosed || signal?.aborted === true) return stopped;
      return await work(stop);
    } catch (error) {
      return toAnswer(stop.signal.aborted ? stop.signal.reason : error);
    } finally {
      signal?.removeEventListener("abort", onStop);
      open.delete(stop);
    }
  };

  const loadRobots = async (url: URL): Promise<RobotsText> => {
    const headers = {
      "user-agent": userAgent,
      accept: "text/plain, */*;q=0.5",
      "accept-encoding": "gzip, deflate, br",
    };
    const arrival = await attempt((stop) =>
      run(
        {
          url: url.href,
          headers,
          read: (response) => readRobots(response, robotsBytes, now()),
        },
        around,
        stop,
      ),
    );
    return arrival.kind === "arrived" ? arrival.end : arrival;
  };
  const robots = createRobots(userAgent, loadRobots, now);

  return {
    async get(request, signal) {
      const arrival = await attempt(
        (stop) =>
          run(
            {
              url: request.url,
              headers: toHeaders(request, userAgent),
              ...(request.kind === "page" && { admit: robots.judge }),
              read: (response) => readAnswer(request, response, limits.maxBytes, now()),
            },
            around,
            stop,
          ),
        signal,
      );
      if (arrival.kind !== "arrived") return arrival;
      const { end, url, movedTo } = arrival;
      if (end.kind !== "body" && end.kind !== "unchanged") return end;
      return { ...end, url: url.href, ...(movedTo !== undefined && { movedTo: movedTo.href }) };
    },
    async close() {
      isClosed = true;
      for (const stop of open) stop.abort(new Ended(stopped));
    },
  };
}

const stopped = failed("it was stopped before the answer came", "ask again");
