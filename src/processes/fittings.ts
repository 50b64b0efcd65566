// What of the house follows from config/: words, topics, how digests are composed and articles are read.
import type { ArticleStore } from "../articles/article-store.ts";
import { readingOf } from "../articles/incoming.ts";
import { createIngest, type Ingest } from "../articles/ingest.ts";
import { createIntake, type Intake } from "../articles/intake.ts";
import { createStoryFinder } from "../articles/story-finder.ts";
import type { Topics } from "../bot/shelf.ts";
import { createTopicNames } from "../bot/topicNames.ts";
import type { Config } from "../config/config.ts";
import { type Compose, createComposer } from "../delivery/compose.ts";
import { createExplain, type Explain } from "../delivery/explain.ts";
import { createMessages, type Messages } from "../messages/messages.ts";
import { share } from "../runtime/gather.ts";
import type { Log } from "../runtime/log.ts";
import type { Meter } from "../runtime/meter.ts";
import type { HouseClock } from "./houseClock.ts";

export interface Fittings {
  readonly messages: Messages;
  readonly topics: Topics;
  readonly compose: Compose;
  /** A reader's next digest, with the reasons of its choice. */
  readonly explain: Explain;
  readonly intake: Intake;
  /** Stands for the rules by which articles are read. */
  readonly reading: string;
  readonly ingest: Ingest;
}

interface Needs {
  readonly articles: ArticleStore;
  readonly meter: Meter;
  readonly log: Log;
  readonly clock: Pick<HouseClock, "now">;
}

/** Made anew when config/ is read again; what they need of Redis stays. */
export function createFittings(config: Config, { articles, meter, log, clock }: Needs): Fittings {
  const messages = createMessages(config.messages, config.bot.locale);
  const topics = createTopicNames(config.topics, articles);
  const { compose, weigh } = createComposer({
    // Asked with every digest: once for all that are composed at the same moment.
    shelf: { ...articles, version: share(() => articles.version()) },
    messages,
    sentences: config.summary.sentences,
    hijriShift: config.bot.hijriShift,
    topicName: topics.name,
    carryHours: config.delivery.carryHours,
  });
  const summarySentences = Math.max(...Object.values(config.summary.sentences), 3);
  const intake = createIntake({
    store: articles,
    finder: createStoryFinder(articles),
    rules: config.boilerplate,
    topics: config.topics,
    summarySentences,
    now: clock.now,
    onSummary: (seconds) => meter.observe("mujaz_summary_duration_seconds", {}, seconds),
    log,
  });
  const reading = readingOf({ ...config, summarySentences });
  const explain = createExplain(articles, weigh);
  return { messages, topics, compose, explain, intake, reading, ingest: createIngest(intake, reading) };
}
