// A house in which everything has happened that leaves something in Redis: readers, feeds, alerts, broadcasts, trouble.
import { createManaging } from "../../src/bot/managing.ts";
import { createFeedOwners } from "../../src/bot/operators/feedOwners.ts";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createReviewBook } from "../../src/delivery/reviewBook.ts";
import { createAlertLook, startAlerts } from "../../src/processes/alerts.ts";
import { createBroadcasts } from "../../src/processes/broadcasts.ts";
import { createTick } from "../../src/processes/clock.ts";
import { createErasing } from "../../src/processes/erasure.ts";
import { createRecomputing } from "../../src/processes/recomputation.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { waitUntil } from "../../src/runtime/wait.ts";
import { createAlertLimits } from "../../src/schedule/alert-limits.ts";
import { createSeries } from "../../src/schedule/series.ts";
import { createRegister } from "../../src/sources/register.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { openTalk, type Talk } from "../bot/talk.ts";

/** The reader who talks is the person 1 in the chat 1001, an operator. */
export const talker = 1001;

export async function openBusy(extra: Readonly<Record<string, string>> = {}): Promise<Talk> {
  const talk = await openTalk(1, { ADMIN_IDS: String(talker), ...extra });
  const { house, addReader } = talk.test;
  const { main, agenda, redis } = house;
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  await talk.ask("/start ref_spring");
  await talk.ask("/subscribe");
  const number = (await house.subscribers.numberOf(talker, null)) ?? 0;

  // What a reader leaves.
  await talk.ask("/search العام"); // the year
  await talk.ask("/follow الجسر الجديد"); // the new bridge
  await talk.ask("/block كرة القدم"); // football
  await talk.pressData("switch:alerts.on");
  await talk.ask("/a3");
  await talk.pressData("save:3");
  await talk.pressData("fs:5");
  await talk.ask("/digest");
  await talk.ask("/feedback شكراً لكم"); // thank you
  const managing = createManaging(main, "mujaz");
  await managing.remember(talker, number);
  await managing.begin(talker, number);
  await talk.ask("/settings");
  await talk.press("الوقت"); // time
  await talk.press("إضافة وقت"); // add a time

  // Others: in a topic of a forum, resting, gone.
  await addReader(-100_500, { kind: "group", thread: 7, topics: ["economy"] });
  await addReader(1003, { status: "paused", pausedUntil: "2031-01-01T00:00:00Z" });
  await agenda.retire(await addReader(1004), "blocked");
  await main.hincrby("{mujaz}:leaving", "too-many", 1);
  await createSeries(main, "mujaz", house.config.bot.zone).note(now);

  // Slots: one served, one pending, one that could not be sent.
  const queue = createQueue(redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
  const worker = startWorker(house, { now: () => now });
  const served = await addReader(1005);
  await agenda.dueNow(served, seconds - 5);
  await createTick(house, queue)(seconds);
  const isServed = async (): Promise<boolean> => (await agenda.outcomes())["sent"] === 1;
  if (!(await waitUntil(isServed, { limitMs: 20_000 }))) throw new Error("the reader was not served");
  await worker.close();
  await agenda.dueNow(number, seconds - 4);
  await agenda.claim({ now: seconds, limit: 10, leaseSeconds: 600 });
  await queue.add([{ member: number, slot: seconds - 4 }]);
  await agenda.bury({
    member: served,
    slot: seconds - 90,
    chat: 1005,
    why: "refused: other",
    at: now.toISOString(),
  });
  await createPace(main, "mujaz", 0).throttled(talker, 3);
  await createPace(main, "mujaz", 30).throttled(1005, 2);

  // Alerts: one looked for, one sent.
  const alerts = startAlerts(house);
  const jobs: unknown[] = [];
  const look = createAlertLook(house, { add: async (some) => void jobs.push(...some) });
  await look(now);
  const draft = draftOf("bridge", { title: "افتتاح الجسر الجديد", published: now.toISOString() }); // the new bridge opens
  await house.articles.put(draft, { ...optionsOf(draft), fetched: now, expires: true });
  await look(now);
  await alerts.close();
  await house.lastDigests.noteAlert(number, { number: 3 });
  const about = { article: 3, storyId: "s3", zone: "Africa/Cairo", now };
  await createAlertLimits(main, "mujaz").take(number, about);
  await house.articles.pass("a-feed", "https://feeds.example.org/1", "raw");
  await house.articles.remove(7);

  // Operators: a review, a broadcast under way, a feed.
  const reviews = createReviewBook(main, "mujaz");
  await reviews.turn(served, true);
  const review = {
    member: served,
    slot: seconds + 60,
    until: seconds + 120,
    upTo: 9,
    stories: [3],
    carry: [],
  };
  await reviews.open(review);
  await reviews.drop(served, review.slot, 3, true);
  const book = createBroadcastBook(main, "mujaz");
  await book.draft({ html: "مسودة", by: talker, locale: "ar", digits: "latin" }); // a draft
  const id = await book.draft({ html: "صيانة", by: talker, locale: "ar", digits: "latin" }); // maintenance
  await book.begin(id, { segment: { kind: "all" }, total: 3, last: 5 });
  await book.settle(id, "sent", [served]);
  await book.rest(id, [{ member: number, until: seconds + 3_600 }]);
  const broadcasts = createBroadcasts(house);
  await broadcasts.close();
  const register = createRegister(main, "mujaz", []);
  const feed = {
    url: "https://feeds.example.org/rss",
    name: "وكالة ضفاف",
    topics: [],
    fullText: "auto",
  } as const;
  await register.add({ ...feed, intervalMinutes: 10 });
  for (const { id: source } of await register.list()) await register.change(source, { failures: 2 });
  const owners = createFeedOwners(main, "mujaz");
  for (const { id: source } of await register.list()) await owners.note(talker, source);
  const recomputing = createRecomputing(house);
  await recomputing.round();
  await recomputing.close();
  await queue.close();
  const erasing = createErasing(house);
  await erasing.round();
  await erasing.close();
  return talk;
}
