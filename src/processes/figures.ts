// What the dashboard's panels of figures ask of the house.
import { createReadings } from "../articles/readings.ts";
import { readForecast } from "../schedule/forecast.ts";
import { createSeries } from "../schedule/series.ts";
import { takeCensus } from "../subscribers/census.ts";
import type { DatedCensus, FigureNeeds } from "../web/dashboard/figureNeeds.ts";
import { keepFor } from "../web/dashboard/keepFor.ts";
import type { Reached } from "../web/readiness.ts";
import type { House } from "./house.ts";
import { paidPerSecond, servedPerSecond } from "./rates.ts";
import { readStanding } from "./standing.ts";

/** Readers come and go slowly; a census takes Redis some 10 ms in all. */
const censusMs = 60_000;
/** 1,441 counts of the index: 2 to 4 ms. */
const forecastMs = 10_000;
/** Several panels and viewers ask at the same moment. */
const standingMs = 1_000;

const piece = 250;

export function openFigures(house: House, telegram: () => Reached, now: () => Date): FigureNeeds {
  const { main, config, topics } = house;
  const { redisPrefix: prefix } = config.env;
  const counts = async (key: string): Promise<Readonly<Record<string, number>>> => {
    const found = Object.entries(await main.hgetall(`{${prefix}}:${key}`));
    return Object.fromEntries(found.map(([name, count]) => [name, Number(count)]));
  };
  const series = createSeries(main, prefix, config.bot.zone);
  return {
    forecast: keepFor(forecastMs, () => readForecast(main, prefix, Math.floor(now().getTime() / 1000))),
    census: keepFor(censusMs, () => datedCensus(house)),
    series: { ...series, totals: keepFor(standingMs, series.totals) },
    readings: createReadings(main, prefix),
    standing: keepFor(standingMs, () => readStanding(house)),
    telegram,
    rates: {
      perSecond: servedPerSecond(house),
      paidPerSecond: paidPerSecond(house),
      isPaid: config.delivery.paidBroadcast,
    },
    refs: () => counts("refs"),
    leaving: () => counts("leaving"),
    topicName: topics.name,
  };
}

async function datedCensus({ main, config }: House): Promise<DatedCensus> {
  const { redisPrefix: prefix } = config.env;
  const census = await takeCensus(main, prefix);
  const numbers = census.readers.map(({ number }) => String(number));
  const slots: (number | null)[] = [];
  for (let at = 0; at < numbers.length; at += piece) {
    const scores = await main.zmscore(`{${prefix}}:due`, ...numbers.slice(at, at + piece));
    slots.push(...scores.map((score) => (score === null ? null : Math.floor(Number(score)))));
  }
  return { ...census, slots };
}
