// Every screen of the settings, every button of it, and what is typed on it.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk();
});
afterEach(() => talk.close());

async function reader(): Promise<Subscriber | undefined> {
  for await (const { subscriber } of talk.test.house.subscribers.all()) return subscriber;
  return undefined;
}
const walk = async (...buttons: string[]): Promise<void> => {
  for (const button of buttons) await talk.press(button);
};
async function write(patch: Partial<Subscriber>): Promise<void> {
  for await (const { number } of talk.test.house.subscribers.all()) {
    await talk.test.house.agenda.change(number, patch, new Date());
  }
}

describe("every screen", () => {
  it("is one message, has back and close, answers each of its buttons, and holds at most 64 bytes a button", async () => {
    const [first] = await talk.ask("/settings");
    const screen = () =>
      talk.test.playground.transcript(1).find(({ messageId }) => messageId === first?.messageId);
    const seen = new Set<string>();
    const open = ["settings:"];
    for (let data = open.shift(); data !== undefined; data = open.shift()) {
      if (seen.has(data)) continue;
      seen.add(data);
      const { shown, toast } = await talk.pressData(data);
      expect(toast ?? "", data).not.toMatch(/^لم يعد هذا الزر/);
      // Everything happens in the one message.
      expect(
        shown.filter(({ messageId }) => messageId !== first?.messageId),
        data,
      ).toEqual([]);
      const { text = "", keyboard = [] } = screen() ?? {};
      expect(text, data).not.toMatch(/undefined|null|NaN|\[object/);
      const keys = keyboard.flat().map(({ callback_data = "" }) => callback_data);
      expect(keys, data).toContain("close:");
      if (!text.includes("الاشتراك:"))
        expect(keys.join(" "), data).toMatch(/settings:|quiet:|time:|follow:|block:/);
      for (const key of keys) expect(Buffer.byteLength(key), key).toBeLessThanOrEqual(64);
      // Hours and cities are alike: two of each kind are walked. In English the words would be others.
      const isAlike = (key: string): boolean => /^(?:time:[hs]|quiet:[st]|zone:\w)/.test(key);
      open.push(...keys.filter((key) => !isAlike(key) && key !== "close:" && key !== "language:en"));
      open.push(...keys.filter(isAlike).slice(0, 2));
      if (seen.size > 150) break;
    }
    expect(seen.size).toBeGreaterThan(60);
  });

  it.each([
    "days:+xyz",
    "days:x",
    "quiet:s.23:00.23:00",
    "quiet:s.9.10",
    "quiet:t.99:00",
    "switch:silent",
    "switch:nosuch.on",
  ])("%s leads nowhere and changes nothing", async (data) => {
    await talk.ask("/settings");
    const before = await reader();
    const { shown, toast } = await talk.pressData(data);
    expect([shown, toast]).toEqual([[], "لم يعد هذا الزر يعمل. اطلب ما تريده من جديد."]);
    expect(await reader()).toEqual(before);
  });

  it.each([
    "items:4",
    "digits:roman",
    "calendar:x",
    "mute:nosuch",
    "mute:+nosuch",
    "follow:zzz",
    "zone:z.Mars/X",
    "settings:x",
    "begin:x",
    "time:s.new.7 م",
  ])("%s is stale or harmless", async (data) => {
    await talk.ask("/settings");
    const before = await reader();
    await talk.pressData(data);
    expect(await reader()).toEqual(before);
  });
});

describe("days", () => {
  it("are switched one by one, by presets of the reader's country, and never all off", async () => {
    await talk.ask("/settings");
    await walk("الأيام والهدوء", "الأيام", "أيام العمل");
    expect((await reader())?.days).toEqual(["sun", "mon", "tue", "wed", "thu"]);
    await talk.pressData("days:-thu");
    // A second tap on the same button.
    await talk.pressData("days:-thu");
    expect((await reader())?.days).toEqual(["sun", "mon", "tue", "wed"]);
    for (const day of ["sun", "mon", "tue"]) await talk.pressData(`days:-${day}`);
    expect((await talk.pressData("days:-wed")).toast).toMatch(/^اختر يوماً واحداً على الأقل/);
    expect((await reader())?.days).toEqual(["wed"]);
    await write({ zone: "Africa/Casablanca" });
    await talk.pressData("days:work");
    expect((await reader())?.days).toEqual(["mon", "tue", "wed", "thu", "fri"]);
    expect(talk.said()).toContain("عدا عطلة بلدك: السبت والأحد");
    await talk.press("كل يوم");
    expect((await reader())?.days).toHaveLength(7);
  });
});

describe("quiet hours", () => {
  it("are chosen by two taps across midnight, and end by one", async () => {
    await talk.ask("/settings");
    await walk("الأيام والهدوء", "ساعات الهدوء", "ساعات أخرى", "١٠:٣٠ م", "٦:٣٠ ص");
    expect((await reader())?.quiet).toEqual({ from: "22:30", to: "06:30" });
    expect(talk.said()).toContain("ساعات الهدوء: من ١٠:٣٠ مساءً إلى ٦:٣٠ صباحاً");
    await walk("ساعات الهدوء", "بلا ساعات هدوء");
    expect((await reader())?.quiet).toBeNull();
  });

  it("are typed, both at once or one after the other", async () => {
    await talk.ask("/settings");
    await walk("الأيام والهدوء", "ساعات الهدوء");
    await talk.ask("من ١١ مساءً إلى ٧ صباحاً");
    expect((await reader())?.quiet).toEqual({ from: "23:00", to: "07:00" });
    await talk.press("ساعات الهدوء");
    await talk.ask("1:15");
    expect(talk.said()).toBe("تبدأ ١:١٥ صباحاً. متى تنتهي؟");
    await talk.ask("1:15");
    expect(talk.said()).toMatch(/^البداية والنهاية وقت واحد/);
    await talk.ask("5:45");
    expect((await reader())?.quiet).toEqual({ from: "01:15", to: "05:45" });
  });
});

describe("words", () => {
  it("are added by typing, each spelling once, and removed by a button that may be pressed twice", async () => {
    await talk.ask("/settings");
    await walk("الكلمات والتنبيه", "كلمات تتابعها", "إضافة كلمات");
    await talk.ask("الطاقة\nطاقه، من");
    expect((await reader())?.follow).toEqual(["الطاقة"]);
    expect(talk.said()).toMatch(
      /^أصبحت تتابع «الطاقة»\.\nالعبارة «طاقه» في القائمة من قبل\.\nالعبارة «من» لا تكفي للبحث/,
    );
    // The next text is no word any more.
    await talk.ask("زيتون");
    expect((await reader())?.follow).toEqual(["الطاقة"]);
    const key = "follow:x.";
    const data = talk.test.playground
      .transcript(1)
      .flatMap(({ keyboard = [] }) => keyboard.flat().map(({ callback_data = "" }) => callback_data))
      .find((each) => each.startsWith(key));
    expect((await talk.pressData(data ?? "")).toast).toBe("حُفظ التغيير");
    expect((await talk.pressData(data ?? "")).toast).toBe("هذه العبارة لم تعد في القائمة.");
    expect((await reader())?.follow).toEqual([]);
  });

  it("come in pages, and the last page stays in sight when its last word goes", async () => {
    await talk.ask("/settings");
    await write({ block: Array.from({ length: 21 }, (_, index) => `عبارة رقم ${index + 1}`) });
    await walk("الكلمات والتنبيه", "كلمات محجوبة", "التالي", "التالي");
    expect(talk.buttons()).toEqual(["حذف «عبارة رقم 21»", "السابق", "إضافة كلمات", "إغلاق", "رجوع"]);
    await talk.press("حذف «عبارة رقم 21»");
    expect(talk.buttons()).toContain("حذف «عبارة رقم 20»");
    expect(talk.buttons()).toContain("السابق");
  });

  it("with markup in them stay text", async () => {
    await talk.ask("/settings");
    await walk("الكلمات والتنبيه", "كلمات محجوبة", "إضافة كلمات");
    const [shown] = await talk.ask("<b>سوق</b> & شركة");
    expect(shown?.text).toContain("<b>سوق</b> & شركة");
  });

  it("are no more than a hundred", async () => {
    await talk.ask("/settings");
    await write({ follow: Array.from({ length: 100 }, (_, index) => `عبارة رقم ${index + 1}`) });
    await walk("الكلمات والتنبيه", "كلمات تتابعها");
    expect(talk.buttons()).not.toContain("إضافة كلمات");
    await talk.pressData("follow:add");
    await talk.ask("زيتون");
    expect(talk.said()).toMatch(/^القائمة ممتلئة \(١٠٠ عبارة\)، ولم تُضف «زيتون»/);
  });
});

describe("topics", () => {
  it("that are kept away leave the wanted ones, and the other way round", async () => {
    await talk.ask("/settings");
    await talk.pressData("topic:+health");
    await talk.pressData("mute:+health");
    expect(await reader()).toMatchObject({ topics: [], mutedTopics: ["health"] });
    await talk.pressData("topic:+health");
    await talk.pressData("topic:+health");
    expect(await reader()).toMatchObject({ topics: ["health"], mutedTopics: [] });
  });

  it("that are gone are still shown to who chose them, to be given up", async () => {
    await talk.ask("/settings");
    await write({ topics: ["old-topic", "health"] });
    await talk.press("المواضيع");
    await talk.press("✓ old topic");
    expect((await reader())?.topics).toEqual(["health"]);
    expect(talk.buttons()).not.toContain("old topic");
  });
});

describe("switches and numbers", () => {
  it("are set to what the button says, however often it is pressed", async () => {
    await talk.ask("/settings");
    for (const data of ["switch:silent.on", "switch:silent.on", "switch:previews.off", "switch:alerts.on"]) {
      await talk.pressData(data);
    }
    await talk.pressData("switch:sayNothing.on");
    expect(await reader()).toMatchObject({ silent: true, previews: false, alerts: true, sayNothing: true });
    for (const data of ["items:15", "digits:arabic", "calendar:both", "length:headlines"])
      await talk.pressData(data);
    expect(await reader()).toMatchObject({
      items: 15,
      digits: "arabic",
      calendar: "both",
      length: "headlines",
    });
    await talk.pressData("settings:look");
    expect(talk.said()).toContain("عدد الأخبار: ١٥ خبراً\nالأرقام: ١٢٣\nالتقويم: الميلادي والهجري معاً");
  });

  it("keep Latin digits in English, whatever was chosen for Arabic", async () => {
    await talk.ask("/settings");
    await write({ locale: "en", digits: "arabic" });
    await talk.pressData("settings:look");
    expect(talk.said()).toContain("Stories: 5 stories");
  });
});

describe("a rest", () => {
  it("is told on the first screen with its end, and ended there", async () => {
    await talk.ask("/subscribe");
    await talk.ask("/pause 7");
    await talk.ask("/settings");
    expect(talk.said()).toMatch(/الاشتراك: متوقف مؤقتاً حتى \p{L}+ [٠-٩]+ \p{L}+ [٠-٩]{4}\n/u);
    await talk.press("استئناف الملخص");
    expect(talk.said()).toContain("الاشتراك: فعّال");
    expect(talk.buttons()).not.toContain("استئناف الملخص");
    expect((await reader())?.pausedUntil).toBeNull();
  });
});

describe("a zone", () => {
  it("is typed as a name in any spelling, or as IANA calls it", async () => {
    await talk.ask("/settings");
    for (const [words, zone] of [
      ["جده", "Asia/Riyadh"],
      ["Adelaide", "Australia/Adelaide"],
      ["europe/paris", "Europe/Paris"],
    ] as const) {
      await talk.pressData("zone:");
      await talk.ask(words);
      expect((await reader())?.zone).toBe(zone);
    }
  });

  it("that nobody knows is asked for again, and a command in words is still a command", async () => {
    await talk.ask("/settings");
    await talk.press("المنطقة الزمنية");
    await talk.ask("اطلنطس");
    expect(talk.said()).toMatch(/^لا أعرف مدينة باسم «اطلنطس»/);
    await talk.ask("مساعدة");
    expect(talk.said()).toMatch(/^ما الذي يمكنك طلبه/);
    await talk.ask("مسقط");
    expect((await reader())?.zone).toBe("Asia/Muscat");
  });
});
