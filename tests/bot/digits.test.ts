// Digits of the bot's own words: the country's until one kind is chosen, commands and English always Latin.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk(1);
  await talk.ask("/subscribe");
});
afterEach(() => talk.close());

/** Goes through screens of the settings, by the texts of their buttons. */
async function walk(...buttons: readonly string[]): Promise<void> {
  await talk.ask("/settings");
  for (const button of buttons) await talk.press(button);
}

async function settings(): Promise<string> {
  await talk.ask("/settings");
  return talk.said();
}

const times = async () => (await talk.test.house.subscribers.byChat(1001, null))?.subscriber.times;

describe("digits", () => {
  it("are Arabic-Indic for a newcomer in Cairo, in texts and on buttons; those of commands are Latin", async () => {
    await talk.ask("/saved");
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await talk.ask(`/a${number}`);
      await talk.press("حفظ");
    }
    await talk.ask("/saved");
    expect(talk.said()).toMatch(/^٦ أخبار محفوظة \(١ من ٢\)\n\n١\. /);
    expect(talk.said()).toContain(" – /a6");
    expect(talk.buttons()).toContain("حذف ٥");
    expect(await settings()).toContain("الوقت: ٧:٠٠ صباحاً");
    await talk.ask("/pause 400");
    expect(talk.said()).toBe("لم أفهم عدد الأيام. اكتبه هكذا: /pause 10\nأطول إيقاف مؤقت ٣٦٥ يوماً.");
    await talk.ask("كيف الطقس؟");
    expect(talk.said()).toContain("أو «خبر ٣».");
  });

  it("change with the country: Latin in Casablanca, and Arabic-Indic there for who chooses them", async () => {
    await walk("المنطقة الزمنية");
    await talk.ask("الدار البيضاء");
    expect(await settings()).toMatch(/الوقت: 7:00 صباحاً[\s\S]*الساعة 7:00 صباحاً بتوقيت الدار البيضاء/);
    expect(talk.said()).not.toMatch(/[٠-٩]/);
    await walk("شكل الملخص", "الأرقام");
    expect(talk.buttons().slice(0, 2)).toEqual(["✓ 123", "١٢٣"]);
    await talk.press("١٢٣");
    expect(await settings()).toMatch(/الوقت: ٧:٠٠ صباحاً[\s\S]*الساعة ٧:٠٠ صباحاً بتوقيت الدار البيضاء/);
  });

  it("stay as they were chosen when the country changes", async () => {
    await walk("شكل الملخص", "الأرقام");
    expect(talk.buttons().slice(0, 2)).toEqual(["123", "✓ ١٢٣"]);
    await talk.press("123");
    expect(await settings()).toContain("الوقت: 7:00 صباحاً");
    await walk("المنطقة الزمنية", "الرياض");
    expect(await settings()).toContain("الوقت: 7:00 صباحاً");
  });

  it("are Latin in English, whatever the country and the choice", async () => {
    await walk("اللغة", "English");
    expect(await settings()).toContain("7:00 AM");
    expect(talk.said()).not.toMatch(/[٠-٩]/);
    await talk.pressData("digits:arabic");
    expect(await settings()).toContain("7:00 AM");
    expect(talk.said()).not.toMatch(/[٠-٩]/);
    await talk.ask("/pause");
    expect(talk.buttons()).toContain("3 days");
  });

  it.each(["٧:٣٠", "7:30"])("are read in both kinds: %s", async (typed) => {
    await walk("الوقت", "٧:٠٠ صباحاً");
    await talk.ask(typed);
    expect(await times()).toEqual(["07:30"]);
    expect(await settings()).toContain("الوقت: ٧:٣٠ صباحاً");
  });
});
