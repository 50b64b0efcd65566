// What is kept of a reader: said truly, handed over as a file, and gone when the reader says so.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyKinds, kindOf } from "../../src/backup/keys.ts";
import { privacyLines } from "../../src/bot/commands/privacy.ts";
import { dialogueMinutes } from "../../src/bot/dialogues.ts";
import { createManaging } from "../../src/bot/managing.ts";
import { createSearches, searchDays } from "../../src/bot/searches.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createReviewBook } from "../../src/delivery/reviewBook.ts";
import { createAlertLimits } from "../../src/schedule/alert-limits.ts";
import { createForgetting } from "../../src/schedule/forget.ts";
import { importLines } from "../../src/subscribers/transfer.ts";
import { mentions, readEverything } from "./everything.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk(1, { SEND_RATE: "0", ADMIN_IDS: "4004" });
  // Readers' numbers that nothing else in the store looks like.
  await talk.test.house.main.set("{mujaz}:reader:next", 777_000);
});
afterEach(() => talk.close());

const chat = 1001;
/** Words that stand in no article. */
const typed = ["زنجبيلوس", "قرنفلوط", "كمثريوخ", "يقطينوف"];
/** A channel that the person manages, by its reader's number. */
const managed = 888_001;

const numberOf = async (): Promise<number> => {
  const number = await talk.test.house.subscribers.numberOf(chat, null);
  if (number === undefined) throw new Error("the reader is not known");
  return number;
};

/** Leaves a trace wherever a reader can leave one. */
async function live(): Promise<number> {
  const { house } = talk.test;
  await talk.ask("/subscribe");
  const number = await numberOf();
  const now = new Date();
  await talk.ask(`/search ${typed[0]} العام`);
  await talk.ask(`بحث ${typed[1]} الماء`);
  await talk.ask("/search العام"); // More than a page: its buttons remember the words.
  await talk.ask(`/follow ${typed[2]}`);
  await talk.ask(`/block ${typed[3]}`);
  await talk.pressData("switch:alerts.on");
  for (const article of [3, 5]) {
    await talk.ask(`/a${article}`);
    await talk.pressData(`save:${article}`);
  }
  await talk.pressData("fs:5");
  await talk.ask("/digest");
  await talk.ask("/feedback شكراً لكم");
  await house.lastDigests.noteAlert(number, { number: 3 });
  // As versions kept it that had no record in one piece.
  await house.main.rpush(`{mujaz}:last:${number}`, 41);
  const storyId = (await house.subscribers.byNumber(number))?.followStories[0] ?? "";
  await createAlertLimits(house.main, "mujaz").take(number, {
    article: 3,
    storyId,
    zone: "Africa/Cairo",
    now,
  });
  const reviews = createReviewBook(house.main, "mujaz");
  await reviews.turn(number, true);
  const review = {
    member: number,
    slot: 1_700_000_000,
    until: 1_700_000_600,
    upTo: 9,
    stories: [3],
    carry: [],
  };
  await reviews.open(review);
  await reviews.drop(number, review.slot, 3, true);
  const managing = createManaging(house.main, "mujaz");
  await managing.remember(chat, managed);
  await managing.begin(chat, managed);
  await talk.ask("/settings");
  await talk.press("الوقت");
  await talk.press("إضافة وقت");
  const slot = Math.floor(now.getTime() / 1000);
  await house.agenda.dueNow(number, slot);
  expect(await house.agenda.claim({ now: slot, limit: 10, leaseSeconds: 30 })).toHaveLength(1);
  await house.agenda.bury({
    member: number,
    slot: slot - 60,
    chat,
    why: "refused: other",
    at: now.toISOString(),
  });
  await createPace(house.main, "mujaz", 0).throttled(chat, 3);
  return number;
}

/** Keys that name the reader's number or hold it, the number as N and what differs from day to day as "*". */
function namesOf(everything: ReadonlyMap<string, string>, number: number): readonly string[] {
  const names = mentions(everything, [number]).map((key) =>
    key
      .replace(/(?<=:followers:).*/, "*")
      .replaceAll(String(number), "N")
      .replace(/(?<=:dialogue:N:).*/, "*")
      .replace(/\d{4}-\d\d-\d\d/, "*"),
  );
  return [...new Set(names)].sort();
}

describe("/privacy", () => {
  it("names the commands by which a reader sees and removes what is kept", async () => {
    await talk.ask("/privacy");
    expect(talk.said()).toMatch(/^ما الذي يحفظه موجز عنك؟/);
    expect(talk.said()).toMatch(/لتأخذ بياناتك في ملف: \/mydata\nلتمحوها كلها: \/forget$/);
    await talk.ask("الخصوصية");
    expect(talk.said()).toMatch(/^ما الذي يحفظه موجز عنك؟/);
  });

  it("tells the truth about what goes by itself", async () => {
    const number = await live();
    await talk.ask("/privacy");
    expect(talk.said()).toContain("٢٠ عملية بحث على الأكثر. يُمحى من نفسه بعد أسبوع");
    expect(talk.said()).toContain("يُمحى من نفسه بعد ١٠ دقائق");
    // What erases them: tests/processes/erasure.test.ts.
    expect(talk.said()).toContain("مُحي كل ما سبق بعد ٩٠ يوماً من آخر استعمال");
    const { main } = talk.test.house;
    const within = async (key: string, most: number): Promise<void> => {
      const left = await main.pttl(key);
      expect({ key, isInTime: left > most * 0.9 && left <= most }).toEqual({ key, isInTime: true });
    };
    await within(`{mujaz}:searches:${number}`, searchDays * 24 * 3_600_000);
    await within(`{mujaz}:dialogues:${number}`, dialogueMinutes * 60_000);
    const [dialogue = ""] = await main.keys("{mujaz}:dialogue:*");
    await within(dialogue, dialogueMinutes * 60_000);
  });

  it("has a line for every kind of key that holds something of a reader, and no line without one", async () => {
    const number = await live();
    const wanted = mentions(await readEverything(talk.test.house.main), [chat, number, managed, ...typed]);
    const kinds = new Set(wanted.map((key) => kindOf(key.replace("{mujaz}:", ""))));
    const untold = [...kinds].filter((kind) => kind?.told === undefined).map((kind) => kind?.name);
    expect(untold).toEqual(["reader:next"]); // A counter that is nobody's.
    expect(kinds.size).toBeGreaterThan(15);
    const told = keyKinds.flatMap((kind) => kind.told ?? []);
    expect([...new Set(told)].sort()).toEqual([...privacyLines].sort());
    // What speaks of people and holds nothing of them: counters, the state of a night's work, Telegram's play without a token.
    const aboutPeople = keyKinds.filter(({ what }) =>
      /\b(?:readers?|person|people|someone|chats?)\b/.test(what),
    );
    expect(aboutPeople.flatMap(({ name, told: line }) => (line === undefined ? [name] : []))).toEqual([
      "reader:next",
      "erasure",
      "playground",
    ]);
  });

  it.each([
    [
      "ar",
      /نُبّهت إليه.*بعد يومين من آخر تنبيه، والثاني بعد أسبوع/,
      /القنوات والمجموعات/,
      /كم رسالة كتبت إلى المشغّل اليوم/,
    ],
    [
      "en",
      /alerted to.*go by themselves 2 days after.*a week after/,
      /Channels and groups/,
      /how many messages you wrote/,
    ],
  ])("names alerts, announcements, managed channels and feedback in %s", async (locale, ...lines) => {
    await talk.ask("/start");
    await talk.test.house.agenda.change(await numberOf(), { locale }, new Date());
    await talk.ask("/privacy");
    for (const line of lines) expect(talk.said()).toMatch(line);
    expect(
      talk
        .said()
        .split("\n")
        .filter((line) => line === ""),
    ).toHaveLength(2);
  });

  it("says of alerts as long as they are remembered", async () => {
    const number = await live();
    const { main } = talk.test.house;
    const twoDays = 2 * 24 * 3_600;
    for (const key of [`{mujaz}:alerted:${number}`, `{mujaz}:last:${number}:alerts`]) {
      const left = await main.ttl(key);
      expect({ key, isInTime: left > twoDays - 60 && left <= twoDays }).toEqual({ key, isInTime: true });
    }
  });

  it("keeps the last twenty searches and no more", async () => {
    const number = await live();
    const searches = createSearches(talk.test.house.main, "mujaz");
    for (let count = 0; count < 25; count += 1) await searches.keep(number, `كلمة ${count}`);
    expect(await talk.test.house.main.llen(`{mujaz}:searches:${number}`)).toBe(20);
  });
});

describe("/mydata", () => {
  it("hands over a file that the import of subscribers takes, and changes nothing by it", async () => {
    const number = await live();
    const before = await talk.test.house.subscribers.byNumber(number);
    const [message] = await talk.ask("/mydata");
    expect(message?.media?.fileName).toBe("mujaz.jsonl");
    expect(talk.said()).toContain("آخر ما بحثت عنه: العام");
    expect(talk.said()).toContain("لمحو ذلك كله: /forget");
    const file = message && talk.test.playground.fileOf(message);
    const text = Buffer.from(file?.bytes ?? []).toString();
    const { agenda, subscribers } = talk.test.house;
    const bad: unknown[] = [];
    async function* lines(): AsyncGenerator<string> {
      yield* text.split("\n");
    }
    const now = new Date();
    const taken = await importLines(lines(), {
      defaults: { zone: "UTC", now },
      save: async (subscriber) => void (await agenda.upsert(subscriber, now)),
      onBad: (line) => bad.push(line),
    });
    expect([taken, bad]).toEqual([{ imported: 1, bad: 0 }, []]);
    expect(await subscribers.byNumber(number)).toEqual(before);
    expect(text).toContain(typed[2]);
  });
});

describe("/forget", () => {
  it("asks first, and does nothing when the answer is no", async () => {
    const number = await live();
    await talk.ask("/forget");
    expect(talk.said()).toMatch(/^أتريد محو بياناتك؟/);
    expect(talk.buttons()).toEqual(["نعم، امحُ كل شيء", "لا، أبقِه"]);
    await talk.press("لا، أبقِه");
    expect([talk.said(), talk.buttons()]).toEqual(["بقي كل شيء كما هو.", []]);
    expect(await numberOf()).toBe(number);
  });

  it("leaves no key that names or holds the chat, the reader's number or the reader's words", async () => {
    const { main, articles } = talk.test.house;
    const wanted = (number: number) => [chat, number, managed, ...typed];
    expect(mentions(await readEverything(main), wanted(777_001))).toEqual([]);
    const number = await live();
    const held = await main.hgetall("{mujaz}:articles:held");
    // 5 is saved, and the first of a story that is followed.
    expect(held).toEqual({ 3: "1", 5: "2" });
    // The scan sees what there is to see.
    expect(mentions(await readEverything(main), [chat])).toEqual(
      expect.arrayContaining(["{mujaz}:dead", "{mujaz}:chats:1001", "{mujaz}:records"]),
    );
    expect(namesOf(await readEverything(main), number)).toEqual([
      "{mujaz}:alerted:N",
      "{mujaz}:chats:1001",
      "{mujaz}:dead",
      "{mujaz}:dialogue:N:*",
      "{mujaz}:dialogues:N",
      "{mujaz}:due",
      "{mujaz}:feedback:*:N",
      "{mujaz}:followers:*",
      "{mujaz}:last:N",
      "{mujaz}:last:N:alerts",
      "{mujaz}:pend",
      "{mujaz}:reader:next",
      "{mujaz}:records",
      "{mujaz}:review:N:1700000000",
      "{mujaz}:review:N:1700000000:dropped",
      "{mujaz}:review:on",
      "{mujaz}:reviews:N",
      "{mujaz}:searches:N",
    ]);
    expect(mentions(await readEverything(main), [managed])).toHaveLength(2);
    expect(mentions(await readEverything(main), typed)).toEqual(
      expect.arrayContaining(["{mujaz}:records", `{mujaz}:searches:${number}`]),
    );
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    expect(talk.said()).toMatch(/^مُحيت البيانات كلها/);
    expect(
      mentions(
        await readEverything(main),
        wanted(number).filter((each) => each !== number),
      ),
    ).toEqual([]);
    // The counter of numbers is nobody's.
    expect(mentions(await readEverything(main), [number])).toEqual(["{mujaz}:reader:next"]);
    expect(await main.hgetall("{mujaz}:articles:held")).toEqual({});
    expect(await articles.byNumber(3)).toBeDefined();
  });

  it("leaves nothing of who was retired before, with alerts still on", async () => {
    const { agenda, main } = talk.test.house;
    const number = await live();
    await agenda.retire(number, "blocked");
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    expect(mentions(await readEverything(main), [number])).toEqual(["{mujaz}:reader:next"]);
  });

  it("is not undone by a review of the reader's digest that was under way", async () => {
    const { main } = talk.test.house;
    const number = await live();
    const reviews = createReviewBook(main, "mujaz");
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    const slot = 1_700_000_000;
    await reviews.open({ member: number, slot, until: slot + 600, upTo: 9, stories: [3], carry: [] });
    await reviews.notePosted(number, slot);
    await reviews.drop(number, slot, 3, true);
    expect(await reviews.decide(number, slot, "approved")).toBe(false);
    expect(mentions(await readEverything(main), [number])).toEqual(["{mujaz}:reader:next"]);
  });

  it("makes a job of the queue stale that waits for the reader", async () => {
    const { house } = talk.test;
    const number = await live();
    const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
    const slot = (await house.agenda.pending(number))?.slot ?? 0;
    await queue.add([{ member: number, slot }]);
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    expect(mentions(await readEverything(house.main), [chat, ...typed])).toEqual([]);
    expect(await house.agenda.pending(number)).toBeNull();
    await queue.close();
  });

  it("makes a stranger of the reader: /start begins anew under another number", async () => {
    const number = await live();
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    await talk.ask("/start");
    expect(talk.said()).toMatch(/^مرحباً بك في موجز/);
    expect(await numberOf()).toBe(number + 1);
    const fresh = await talk.test.house.subscribers.byNumber(number + 1);
    expect([fresh?.status, fresh?.reason, fresh?.follow]).toEqual(["inactive", "visitor", []]);
  });

  it("forgets again what a second tap brought about", async () => {
    await live();
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    const minute = Math.floor(Date.now() / 60_000);
    await talk.pressData(`forget:yes.${minute}`);
    expect(mentions(await readEverything(talk.test.house.main), [chat])).toEqual([]);
  });

  it.each([
    "forget:yes",
    "forget:yes.0",
    "forget:yes.99999999999",
    "forget:",
    "forget:no.1",
    "forget:yes.1e9",
  ])("is not set off by %s", async (data) => {
    const number = await live();
    expect((await talk.pressData(data)).toast).toBe("لم يعد هذا الزر يعمل. اطلب ما تريده من جديد.");
    expect(await numberOf()).toBe(number);
  });

  it("leaves others alone", async () => {
    await live();
    const other = await talk.test.addReader(10_010);
    await talk.test.addReader(100_1);
    await talk.ask("/forget");
    await talk.press("نعم، امحُ كل شيء");
    expect(await talk.test.house.subscribers.numberOf(10_010, null)).toBe(other);
    expect(await talk.test.house.main.zcard("{mujaz}:due")).toBe(1);
  });

  it("takes the topics of a forum with the group", async () => {
    const { house, addReader } = talk.test;
    await addReader(-100_500, { kind: "group" });
    await addReader(-100_500, { kind: "group", thread: 7 });
    await addReader(-100_5001, { kind: "group", thread: 7 });
    await createForgetting(house.main, "mujaz").forget(-100_500);
    expect(mentions(await readEverything(house.main), [100_500])).toEqual([]);
    expect(await house.subscribers.numberOf(-100_5001, 7)).toBeDefined();
  });
});
