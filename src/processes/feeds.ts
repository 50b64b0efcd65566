// Wires the feeds: the web client, the register, the reader, and the poller of those whose time has come.
import { createDesk, type Desk } from "../articles/desk.ts";
import { createFeedReader, type FeedReport } from "../articles/feed-reader.ts";
import { ownVersion } from "../runtime/version.ts";
import { createWeb } from "../sources/client.ts";
import type { FeedSource } from "../sources/feedSource.ts";
import type { Polled } from "../sources/poll.ts";
import { createPoller, type Poller } from "../sources/poller.ts";
import type { Register } from "../sources/register.ts";
import type { Web } from "../sources/web.ts";
import { countPoll } from "./documents.ts";
import { createFeedLog } from "./feed-log.ts";
import { openRegister } from "./feedRegister.ts";
import type { House } from "./house.ts";

export interface Feeds {
  readonly register: Register;
  readonly web: Web;
  readonly desk: Desk;
  readonly poller: Poller;
  close(): Promise<void>;
}

export type FeedPolled = Polled<FeedReport>;

/** Who wants to know, beside the log. */
export interface FeedsOptions {
  readonly report?: (source: FeedSource, polled: FeedPolled) => void;
  readonly onBroken?: (source: FeedSource, error: unknown) => void;
  readonly onBusy?: (source: FeedSource) => void;
  readonly now?: () => Date;
}

export function openFeeds(house: House, options: FeedsOptions = {}): Feeds {
  const { config, main, intake, reading, log, meter } = house;
  const tell = createFeedLog(log);
  const { allowHosts, pauseSeconds } = config.sources;
  const register = openRegister(house);
  const { report, onBroken, onBusy, now = () => new Date() } = options;
  const web = createWeb({
    userAgent: userAgent(config.env.publicUrl),
    allowHosts,
    limits: { pauseMs: pauseSeconds * 1000 },
  });
  const desk = createDesk();
  const poller = createPoller<FeedReport>({
    redis: main,
    prefix: config.env.redisPrefix,
    register,
    web,
    read: createFeedReader({ intake, web, desk, reading, now }),
    now,
    report(source, polled) {
      tell(source, polled);
      countPoll(meter, source.id, polled);
      report?.(source, polled);
    },
    onBroken(source, err) {
      log.error("source.broken", { source: source.id, err });
      meter.count("mujaz_source_polls_total", { source: source.id, outcome: "broken" });
      onBroken?.(source, err);
    },
    ...(onBusy !== undefined && { onBusy }),
  });
  return {
    register,
    web,
    desk,
    poller,
    async close() {
      await poller.close();
      await desk.close();
      await web.close();
    },
  };
}

/** The name under which publishers meet us in their logs, with a page to look us up where the operator has one. */
export function userAgent(publicUrl: string | undefined): string {
  return `Mujaz/${ownVersion()} (${publicUrl === undefined ? "news digests for Telegram" : `+${publicUrl}`})`;
}
