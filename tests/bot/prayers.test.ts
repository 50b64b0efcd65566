// Times by the prayers as a reader chooses them: by buttons, typed, in words everywhere, and refused where none are known.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { wishKey } from "../../src/subscribers/wish.ts";
import { bare } from "../e2e/chat.ts";
import { openStage } from "./stage.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk();
  // Latin digits, whatever "auto" means where the reader lives.
  await talk.test.addReader(1001, { digits: "latin" });
});
afterEach(() => talk.close());

async function reader(): Promise<Subscriber | undefined> {
  for await (const { subscriber } of talk.test.house.subscribers.all()) return subscriber;
  return undefined;
}
const times = async (): Promise<readonly string[] | undefined> => (await reader())?.times.map(wishKey);
const walk = async (...buttons: string[]): Promise<void> => {
  for (const button of buttons) await talk.press(button);
};
async function write(patch: Partial<Subscriber>): Promise<void> {
  for await (const { number } of talk.test.house.subscribers.all()) {
    await talk.test.house.agenda.change(number, patch, new Date());
  }
}
/** A button by the beginning of its text: the time of a prayer is another one every day. */
const starting = (words: string): string => {
  const found = talk.buttons().find((text) => text.startsWith(words));
  if (found === undefined) throw new Error(`no button begins with ${words}: ${talk.buttons().join(", ")}`);
  return found;
};
const next = String.raw`(اليوم|غداً) [^\n]+`;

describe("a time by a prayer", () => {
  it("is chosen by two taps, shown in words, and moved minute by minute, in one message", async () => {
    const [first] = await talk.ask("/settings");
    await walk("الوقت", "مع الصلوات");
    expect(talk.said()).toMatch(
      /^اختر الصلاة، أو اكتب مثل: بعد الفجر بربع ساعة\nهذه مواقيت اليوم في القاهرة/,
    );
    await talk.press(starting("الفجر "));
    expect(talk.said()).toMatch(/^موعد الفجر اليوم في القاهرة: \d{1,2}:\d\d صباحاً\nمتى تريد الملخص؟/);
    const { shown } = await talk.press("بعده بـ15 دقيقة");
    expect(shown.map(({ messageId }) => messageId)).toEqual([first?.messageId]);
    expect(talk.said()).toMatch(/^حُفظ الوقت: بعد الفجر بـ15 دقيقة\. الملخص القادم /);
    expect(await times()).toEqual(["fajr+15", "07:00"]);
    await walk("+ دقيقة");
    expect(talk.said()).toMatch(/^حُفظ الوقت: بعد الفجر بـ16 دقيقة\./);
    await walk("رجوع");
    expect(talk.buttons()).toEqual(expect.arrayContaining(["بعد الفجر بـ16 دقيقة", "حذف"]));
    await walk("رجوع");
    expect(talk.said()).toContain("الوقت: بعد الفجر بـ16 دقيقة، 7:00 صباحاً");
  });

  it("is said with its prayer and its hour where the next digest is told", async () => {
    await write({ times: [{ at: "fajr", offsetMinutes: 15 }] });
    await talk.ask("/settings");
    expect(talk.said()).toMatch(
      new RegExp(`الملخص القادم: ${next} بعد الفجر بـ15 دقيقة، الساعة \\d{1,2}:\\d\\d صباحاً بتوقيت القاهرة`),
    );
    await talk.ask("/start");
    expect(talk.said()).toMatch(/بعد الفجر بـ15 دقيقة، الساعة/);
    await write({ times: [{ at: "maghrib", offsetMinutes: 0 }], locale: "en" });
    await talk.ask("/settings");
    expect(talk.said()).toMatch(
      /Next digest: (today|tomorrow), .+, at Maghrib, at \d{1,2}:\d\d p\.?m\.?, Cairo time/i,
    );
  });

  it("is replaced by another, by a time of day, and removed", async () => {
    await write({ times: [{ at: "fajr", offsetMinutes: 15 }] });
    await talk.ask("/settings");
    await walk("الوقت", "بعد الفجر بـ15 دقيقة");
    await talk.press(starting("العشاء "));
    await talk.press("مع الأذان");
    expect(await times()).toEqual(["isha+0"]);
    expect(talk.said()).toMatch(/^حُفظ الوقت: مع أذان العشاء\./);
    await walk("رجوع", "مع أذان العشاء", "ساعة محددة", "9:00 م", "9:05 م");
    expect(await times()).toEqual(["21:05"]);
    await walk("رجوع", "9:05 مساءً", "مع الصلوات");
    await talk.press(starting("الشروق "));
    expect(talk.buttons()).toContain("عند الشروق");
    await walk("بعده بساعة");
    expect(await times()).toEqual(["sunrise+60"]);
    await walk("رجوع", "حذف");
    expect(await times()).toEqual([]);
    expect(talk.said()).toContain("لا وقت محدداً للإرسال");
  });

  it("counts among the four of a day, and one wish is kept once", async () => {
    await write({ times: ["07:00", "12:00", "18:00"] });
    await talk.ask("/settings");
    await walk("الوقت", "إضافة وقت");
    await talk.ask("بعد الفجر بربع ساعة");
    expect(await times()).toEqual(["fajr+15", "07:00", "12:00", "18:00"]);
    expect((await talk.pressData("time:s.new.fajr+15")).toast).toBeUndefined();
    expect(await times()).toHaveLength(4);
    for (const data of ["time:p.new", "time:s.new.isha+0"]) {
      expect(bare((await talk.pressData(data)).toast ?? "")).toMatch(/^لا يُحفظ أكثر من 4 أوقات/);
    }
    await walk("رجوع");
    expect(talk.buttons()).not.toContain("مع الصلوات");
  });
});

describe("a typed time by a prayer", () => {
  it.each([
    ["بعد الفجر بربع ساعة", "fajr+15", "بعد الفجر بـ15 دقيقة"],
    ["بعد الفجر ب١٥ دقيقة", "fajr+15", "بعد الفجر بـ15 دقيقة"],
    ["قبل المغرب بعشر دقائق", "maghrib-10", "قبل المغرب بـ10 دقائق"],
    ["بعد العشاء بدقيقتين", "isha+2", "بعد العشاء بدقيقتين"],
    ["بعد الظهر بساعتين", "dhuhr+120", "بعد الظهر بساعتين"],
    ["15 minutes after fajr", "fajr+15", "بعد الفجر بـ15 دقيقة"],
  ])("%s is %s", async (text, key, words) => {
    await talk.ask("/settings");
    await walk("الوقت", "7:00 صباحاً");
    await talk.ask(text);
    expect(await times()).toEqual([key]);
    expect(talk.said()).toMatch(new RegExp(`^حُفظ الوقت: ${words}\\.`));
  });

  it("that leaves open how long after the prayer is asked for that alone", async () => {
    await talk.ask("/settings");
    await walk("الوقت", "إضافة وقت");
    await talk.ask("بعد صلاة العشاء");
    expect(talk.said()).toMatch(/^موعد العشاء اليوم في القاهرة/);
    await talk.press("بعده بـ30 دقيقة");
    expect(await times()).toEqual(["07:00", "isha+30"]);
  });

  it("subscribes in the first minute", async () => {
    await talk.ask("/start");
    await write({ status: "inactive", reason: "visitor" });
    await talk.ask("/start");
    await walk("المواضيع والوقت", "التالي: الوقت", "وقت آخر");
    await talk.ask("بعد المغرب بساعة");
    expect(await times()).toEqual(["maghrib+60"]);
    expect((await reader())?.status).toBe("active");
  });
});

describe("the city whose prayers count", () => {
  it("is the one that was named, of several in a zone, and goes with the zone", async () => {
    await write({ times: [{ at: "fajr", offsetMinutes: 0 }] });
    await talk.ask("/settings");
    await walk("المنطقة الزمنية");
    await talk.ask("جدة");
    expect([(await reader())?.zone, (await reader())?.city]).toEqual(["Asia/Riyadh", "Jeddah"]);
    expect(talk.said()).toMatch(/^حُفظ توقيت جدة[\s\S]*مع أذان الفجر، الساعة \d{1,2}:\d\d صباحاً بتوقيت جدة/);
    await walk("رجوع", "المنطقة الزمنية", "القاهرة");
    expect([(await reader())?.zone, (await reader())?.city]).toEqual(["Africa/Cairo", ""]);
  });

  it("is the nearest one to a location that is shared", async () => {
    await talk.ask("/settings");
    await talk.share(21.42, 39.82);
    expect([(await reader())?.zone, (await reader())?.city]).toEqual(["Asia/Riyadh", "Mecca"]);
    expect(talk.said()).toContain("مكة");
  });

  it("is known of the places that are offered where a name has several", async () => {
    await talk.ask("/settings");
    await walk("المنطقة الزمنية");
    await talk.ask("طرابلس");
    await talk.press("طرابلس الشام (بيروت)");
    expect([(await reader())?.zone, (await reader())?.city]).toEqual(["Asia/Beirut", "Tripoli Lebanon"]);
  });

  it("is missed where none is known: choosing is refused, and what stands is told", async () => {
    await write({ zone: "America/Phoenix" });
    await talk.ask("/settings");
    await walk("الوقت");
    expect(bare((await talk.press("مع الصلوات")).toast ?? "")).toMatch(/^لا أعرف مواقيت الصلاة في Phoenix\./);
    await walk("إضافة وقت");
    await talk.ask("بعد الفجر بربع ساعة");
    expect(talk.said()).toMatch(/^لا أعرف مواقيت الصلاة في Phoenix\./);
    expect(await times()).toEqual(["07:00"]);
    // As an import may have it.
    await write({ times: [{ at: "fajr", offsetMinutes: 15 }] });
    await talk.ask("/settings");
    expect(talk.said()).toContain("لا أعرف مواقيت الصلاة في Phoenix، فلن يصلك الملخص المضبوط عليها.");
    await walk("المنطقة الزمنية", "الرياض");
    expect(talk.said()).not.toContain("لا أعرف");
    expect(talk.said()).toMatch(/الملخص القادم: .+ بعد الفجر بـ15 دقيقة/);
  });
});

describe("forged data", () => {
  it.each(["time:p.x", "time:a.fajr.fajr", "time:s.fajr+15x.fajr+0", "time:e.fajr+0721"])(
    "%s is stale and changes nothing",
    async (data) => {
      await talk.ask("/settings");
      const before = await reader();
      const { shown, toast } = await talk.pressData(data);
      expect([shown, toast]).toEqual([[], "لم يعد هذا الزر يعمل. اطلب ما تريده من جديد."]);
      expect(await reader()).toEqual(before);
    },
  );

  it.each(["time:s.new.fajr+721", "time:s.new.noon+0", "time:a.new.noon"])(
    "%s changes nothing",
    async (data) => {
      await talk.ask("/settings");
      const before = await reader();
      await talk.pressData(data);
      expect(await reader()).toEqual(before);
    },
  );
});

describe("a group", () => {
  it("has times by the prayers of its own", async () => {
    const stage = await openStage();
    const { playground, test } = stage;
    const members = [1, { user: 2, status: "administrator" as const }];
    const group = playground.makeGroup({ title: "مجموعة", members });
    const say = (text: string) => stage.after(() => playground.sayIn(group.id, 2, text), group.id);
    const press = async (name: string): Promise<void> => {
      const newest = playground.transcriptOf(group.id).findLast(({ keyboard = [] }) => keyboard.length > 0);
      const key = newest?.keyboard?.flat().find(({ text }) => bare(text).startsWith(name));
      if (newest === undefined || key?.callback_data === undefined) throw new Error(`no ${name}`);
      const { callback_data: data } = key;
      await stage.after(() => playground.pressIn(group.id, 2, newest.messageId, data), group.id);
    };
    await say("/subscribe");
    await say("/settings");
    for (const button of ["الوقت", "مع الصلوات", "المغرب", "مع الأذان"]) await press(button);
    const known = await test.house.subscribers.byChat(group.id, null);
    expect(known?.subscriber.times.map(wishKey)).toEqual(["07:00", "maghrib+0"]);
    expect(stage.refused()).toEqual([]);
    await stage.close();
  });
});
