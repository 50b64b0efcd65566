// Wires the dashboard's panels on which operators work: previews, articles, sources, dead letters, failures.
import { createContentReports } from "../articles/content-report.ts";
import { createEditing } from "../articles/editing.ts";
import type { Search } from "../articles/search-follower.ts";
import { createWeekCounts } from "../articles/week-counts.ts";
import { afterwards } from "../delivery/afterwards.ts";
import { createCircumstances } from "../delivery/circumstances.ts";
import { readRestored } from "../delivery/ledger.ts";
import { slotOf } from "../schedule/rotation.ts";
import type { DeskNeeds } from "../web/dashboard/panels/desk.ts";
import { openRegister } from "./feedRegister.ts";
import type { House } from "./house.ts";
import { openResender } from "./resender.ts";

/** Without a search only numbers are found. */
export function openDeskNeeds(house: House, search?: Pick<Search, "search">): DeskNeeds {
  const { config, main, articles, subscribers, agenda, lastDigests, messages, failureStore } = house;
  const { redisPrefix } = config.env;
  const dueAt = async (member: number): Promise<number | null> => {
    const score = await main.zscore(`{${redisPrefix}}:due`, String(member));
    return score === null ? null : slotOf(score);
  };
  return {
    shelf: articles,
    async search(words, limit, now) {
      if (search === undefined) return { articles: [], isPartial: true };
      const { hits, isPartial } = await search.search(words, { limit, now });
      return { articles: hits.map(({ article }) => article), isPartial };
    },
    editing: createEditing(main, redisPrefix),
    explain: house.explain,
    circumstances: createCircumstances({
      alerted: lastDigests.alerted,
      restored: () => readRestored(main, redisPrefix),
    }),
    topics: house.topics,
    locales: messages.locales,
    localeName: (locale) => messages.plain({ locale, digits: "latin" }, "language-name"),
    usual: { locale: config.bot.locale, zone: config.bot.zone, ...config.defaults },
    subscriberOf: (number) => subscribers.byNumber(number),
    dueAt,
    register: openRegister(house),
    weekCounts: createWeekCounts(articles),
    contentReport: createContentReports(main, redisPrefix).last,
    listDead: () => agenda.listDead(),
    resender: openResender(house),
    afterwards: (letter, dead, now) =>
      afterwards(
        {
          byNumber: (member) => subscribers.byNumber(member),
          pending: (member) => agenda.pending(member),
          dueAt,
          toldAt: lastDigests.toldAt,
          alerted: lastDigests.alerted,
        },
        letter,
        dead,
        now,
      ),
    failures: () => failureStore.newest(),
  };
}
