// Holds what Redis says of the walking reader against the model: the record, and what stands elsewhere because of it.
import { expect } from "vitest";
import { createDialogues } from "../../../src/bot/dialogues.ts";
import { keptArticles } from "../../../src/bot/kept.ts";
import { createManaging } from "../../../src/bot/managing.ts";
import { createSearches } from "../../../src/bot/searches.ts";
import type { House } from "../../../src/processes/house.ts";
import { openPrivacy } from "../../../src/processes/mouth/privacy.ts";
import { wishKey } from "../../../src/subscribers/wish.ts";
import { phraseStems } from "../../../src/text/phrases.ts";
import type { Model } from "./model.ts";

const chat = 1001;
const dayMs = 24 * 3_600_000;

export interface Comparing {
  /** Throws where Redis is not as the model says. */
  compare(model: Model): Promise<void>;
  /** Makes a stranger of the reader. */
  forget(): Promise<void>;
}

export function createComparing(house: House): Comparing {
  const { main, subscribers } = house;
  const dialogues = createDialogues(main, "mujaz");
  const { forgetChat } = openPrivacy(house, {
    dialogues,
    searches: createSearches(main, "mujaz"),
    managing: createManaging(main, "mujaz"),
  });

  /** What depends on the record: articles that are held, places of the index of followers, the schedule. */
  async function around(): Promise<{ held: number[]; places: number; due: number; pending: number }> {
    const held = Object.keys(await main.hgetall("{mujaz}:articles:held")).map(Number);
    const places = await main.keys("{mujaz}:followers:*");
    const [due, pending] = await Promise.all([main.zcard("{mujaz}:due"), main.hlen("{mujaz}:pend")]);
    return { held: held.sort((a, b) => a - b), places: places.length, due, pending };
  }

  return {
    forget: () => forgetChat(chat),
    async compare(model) {
      const known = await subscribers.byChat(chat, null);
      expect(known !== undefined).toBe(model.isKnown);
      const { isKnown: _, ...ought } = model;
      const isActive = ought.status === "active";
      expect(await around()).toEqual({
        held: [...new Set(keptArticles(ought))].sort((a, b) => a - b),
        places: isActive && ought.alerts ? placesOf(ought) : 0,
        due: isActive && ought.times.length > 0 ? 1 : 0,
        pending: 0,
      });
      if (known === undefined) return;
      const { number, subscriber } = known;
      const { pausedUntil, status, reason, times } = subscriber;
      const left = pausedUntil === null ? null : (Date.parse(pausedUntil) - Date.now()) / dayMs;
      const derived = {
        status: status === "active" ? "active" : "inactive",
        reason,
        pausedDays: left === null ? null : Math.round(left),
        times: times.map(wishKey),
        typing: await dialogues.current(number, chat),
      };
      const names = Object.keys(ought).filter((name) => !(name in derived));
      const own = Object.fromEntries(names.map((name) => [name, Reflect.get(subscriber, name)]));
      expect({ ...own, ...derived }).toEqual(ought);
      // Who is to get digests is due at a moment ahead and after the pause.
      const due = await main.zscore("{mujaz}:due", String(number));
      if (due !== null) {
        expect(Number(due) * 1000).toBeGreaterThan(Math.max(Date.now(), Date.parse(pausedUntil ?? "") || 0));
      }
    },
  };
}

/** A story is a place of its own, a phrase stands under its first word. */
function placesOf({ follow, followStories }: Pick<Model, "follow" | "followStories">): number {
  return followStories.length + new Set(follow.flatMap((phrase) => phraseStems(phrase)[0] ?? [])).size;
}
