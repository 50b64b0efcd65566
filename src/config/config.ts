// The contract of the configuration: one frozen, checked value, handed down in pieces.

export interface Topic {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** Words whose stems speak for the topic, with their weight. */
  readonly words: Readonly<Record<string, number>>;
}

export interface BoilerplateRule {
  readonly id: string;
  /** Where the rule may apply: anywhere, or only before the first / after the last body paragraph. */
  readonly where: "anywhere" | "top" | "bottom";
  /** Matched, case-insensitive, against one trimmed line. */
  readonly pattern: RegExp;
  /** "line" drops the line, "rest" drops it and all that follows. */
  readonly drops: "line" | "rest";
  readonly example: string;
}

export interface Feed {
  readonly url: string;
  /** The outlet's name as readers see it. */
  readonly name: string;
  /** Topic ids of everything it brings; empty = found by the words. */
  readonly topics: readonly string[];
  readonly language?: string;
  /** "auto": the article's page is fetched where the feed holds an excerpt and robots.txt allows it. */
  readonly fullText: "auto" | "always" | "never";
  /** At least this long between two readings. */
  readonly intervalMinutes: number;
}

export interface Sources {
  readonly feeds: readonly Feed[];
  /** Hosts ("intranet.example" or "host:port") that may have a private address. */
  readonly allowHosts: readonly string[];
  /** Pause between two requests to one host. */
  readonly pauseSeconds: number;
}

export interface FileConfig {
  readonly bot: {
    readonly locale: string;
    readonly zone: string;
    /** Days to move the Hijri date of Umm al-Qura by. */
    readonly hijriShift: -1 | 0 | 1;
    /** At a start, what waits at Telegram is thrown away. */
    readonly dropPendingUpdates: boolean;
  };
  /** What a new subscriber starts with. */
  readonly defaults: {
    readonly times: readonly string[];
    readonly items: number;
    readonly length: "headlines" | "short" | "standard" | "long";
  };
  readonly summary: { readonly sentences: Readonly<Record<"short" | "standard" | "long", number>> };
  readonly articles: {
    /** Articles of feeds are kept this long after they were fetched. */
    readonly retentionDays: number;
  };
  readonly digest: {
    /** Who gets a digest's headlines as a picture with it, unless they want no pictures. */
    readonly card: "off" | "channels" | "all";
  };
  readonly privacy: {
    /** Readers are erased so long after they left, blocked the bot, or were last here without subscribing. */
    readonly eraseAfterDays: number;
  };
  /** Who may use the bot, and how much. Ids of Telegram: people positive, groups and channels negative. */
  readonly access: {
    /** Empty: everybody. */
    readonly allow: readonly number[];
    readonly deny: readonly number[];
    /** null: no limit. */
    readonly maxSubscribers: number | null;
    /** Feeds that one operator may add in the chat; null: no limit. */
    readonly maxFeedsPerOperator: number | null;
  };
  readonly delivery: {
    readonly leaseSeconds: number;
    readonly queuedLeaseSeconds: number;
    readonly highWater: number;
    readonly claimLimit: number;
    readonly graceHours: number;
    readonly quietToleranceMinutes: number;
    readonly carryHours: number;
    readonly attempts: number;
    readonly sendTimeoutSeconds: number;
    /** Operators see a reviewed digest so long before its time. */
    readonly reviewMinutes: number;
    /** Percent that the pace stays below the rate. */
    readonly rateMargin: number;
    /** A slot with more readers than a minute serves may begin so long before its time; 0: never. */
    readonly spreadMinutes: number;
    /** Digests and broadcasts are sent at `paidRate` for Telegram Stars. */
    readonly paidBroadcast: boolean;
    /** Messages a second in all, replies and alerts among them. */
    readonly paidRate: number;
  };
  readonly topics: readonly Topic[];
  readonly boilerplate: readonly BoilerplateRule[];
  readonly sources: Sources;
  /** Locale code → text of its Fluent file. */
  readonly messages: Readonly<Record<string, string>>;
}

export interface Environment {
  readonly botToken?: string;
  readonly telegramApiRoot?: string;
  readonly redisUrl?: string;
  readonly redisPrefix: string;
  readonly port: number;
  readonly host: string;
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly publicUrl?: string;
  readonly adminIds: readonly number[];
  readonly dashboardToken?: string;
  readonly contentDir: string;
  readonly configDir: string;
  readonly dataDir: string;
  /** Messages a second over all chats and workers; 0 = no limit of ours. */
  readonly sendRate: number;
  readonly sendConcurrency: number;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  readonly logFormat: "pretty" | "json";
  readonly allowEphemeral: boolean;
}

export interface Config extends FileConfig {
  readonly env: Environment;
}

/** One thing wrong with the environment or a file under config/. `line` is 1-based, 0 for the environment. */
export interface ConfigFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}
