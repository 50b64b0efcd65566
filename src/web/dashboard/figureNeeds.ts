// What the panels of figures ask of the house.
import type { Readings } from "../../articles/readings.ts";
import type { QueueStanding } from "../../delivery/queueState.ts";
import type { ProcessSign } from "../../runtime/metricStore.ts";
import type { Forecast } from "../../schedule/forecast.ts";
import type { Series } from "../../schedule/series.ts";
import type { KnownReader } from "../../subscribers/store.ts";
import type { Reached } from "../readiness.ts";

export interface FigureNeeds {
  readonly forecast: () => Promise<Forecast>;
  readonly census: () => Promise<DatedCensus>;
  readonly series: Pick<Series, "totals" | "days" | "hours">;
  readonly readings: Pick<Readings, "over">;
  readonly standing: () => Promise<HouseStanding>;
  /** What a watch in the background knows; nobody is asked. */
  readonly telegram: () => Reached;
  readonly rates: Rates;
  /** Starts that each link brought, and reasons for leaving: name → how often. */
  readonly refs: () => Promise<Readonly<Record<string, number>>>;
  readonly leaving: () => Promise<Readonly<Record<string, number>>>;
  readonly topicName: (locale: string, id: string) => string;
}

/** Readers drawn by chance, or all of them, with the next due instants (epoch seconds; null for none). */
export interface DatedCensus {
  readonly readers: readonly KnownReader[];
  readonly slots: readonly (number | null)[];
  readonly known: number;
  readonly isWhole: boolean;
}

export interface Rates {
  /** Digests a second that the pace lets through; 0: no limit of ours. */
  readonly perSecond: number;
  /** The same if all were paid for, and what the cost is worked out from. */
  readonly paidPerSecond: number;
  readonly isPaid: boolean;
}

/** How the house stands at this moment. */
export interface HouseStanding {
  /** Bytes; absent where the server does not tell: the in-process one has no memory of its own. `max` 0: no limit. */
  readonly memory: { readonly used?: number; readonly max?: number };
  readonly tick: { readonly ageSeconds: number } | null;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Readers who have a next instant, those of them who are due, and how long the first of these has waited. */
  readonly scheduled: number;
  readonly due: number;
  readonly lagSeconds: number;
  readonly pending: number;
  readonly dead: number;
  readonly openUpdates: number;
  readonly queues: readonly QueueStanding[];
  /** Processes that gave a sign of life lately, 100 at most. */
  readonly alive: readonly (readonly [string, ProcessSign])[];
  /** Role → live processes. */
  readonly roles: ReadonlyMap<string, number>;
}
