// The first minute, as a newcomer taps through it; links to the bot; cities by name and by location.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { bare } from "../e2e/chat.ts";
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

/** Subscribes with five taps: economy alone, at six in the evening. */
async function subscribeByTaps() {
  await talk.ask("/start");
  await talk.press("المواضيع والوقت");
  await talk.press("الاقتصاد");
  await talk.press("التالي: الوقت");
  return talk.press("٦:٠٠ م");
}

describe("who had blocked the bot", () => {
  it("is a subscriber again by /start, with the settings of before and a next digest", async () => {
    await subscribeByTaps();
    const { agenda, subscribers } = talk.test.house;
    await agenda.retire((await subscribers.numberOf(1001, null)) ?? 0, "blocked");
    expect(await agenda.dueCount(2 ** 40)).toBe(0);
    await talk.ask("/start");
    expect(await reader()).toMatchObject({ status: "active", topics: ["economy"], times: ["18:00"] });
    expect(await agenda.dueCount(2 ** 40)).toBe(1);
  });
});

describe("a newcomer", () => {
  it("is subscribed with two taps, told the exact next delivery in place, and shown a digest at once", async () => {
    const [welcome] = await talk.ask("/start");
    expect(bare(welcome?.text ?? "").split("\n")).toHaveLength(4);
    const { shown } = await talk.press("اشترك");
    const [confirmed, digest] = shown.map(({ text }) => bare(text));
    expect(shown[0]?.messageId).toBe(welcome?.messageId);
    expect(confirmed).toMatch(
      /^تم اشتراكك\nيصلك أول ملخص (اليوم|غداً) \p{L}+ [٠-٩]+ \p{L}+ [٠-٩]{4}، الساعة ٧:٠٠ صباحاً بتوقيت القاهرة\./u,
    );
    expect(digest).toMatch(/^موجز /);
    expect(await talk.test.house.agenda.dueCount(2 ** 40)).toBe(1);
  });

  it("chooses a topic and a time with five taps, and the first digest keeps to the topic", async () => {
    const { shown } = await subscribeByTaps();
    expect(bare(shown[0]?.text ?? "")).toMatch(/^تم اشتراكك\n.* الساعة ٦:٠٠ مساءً بتوقيت القاهرة\./);
    expect(bare(shown[1]?.text ?? "")).toMatch(/الاقتصاد/);
    expect(bare(shown[1]?.text ?? "")).not.toMatch(/^الصحة$/m);
    expect(await reader()).toMatchObject({ status: "active", topics: ["economy"], times: ["18:00"] });
  });

  it("needs four taps for another time and all topics", async () => {
    await talk.ask("/start");
    await talk.press("المواضيع والوقت");
    await talk.press("التالي: الوقت");
    await talk.press("٩:٠٠ م");
    expect(await reader()).toMatchObject({ status: "active", topics: [], times: ["21:00"] });
  });

  it("types a time of their own, and is shown how when it is not understood", async () => {
    await talk.ask("/start");
    await talk.press("المواضيع والوقت");
    await talk.press("التالي: الوقت");
    await talk.press("وقت آخر");
    await talk.ask("25:99");
    expect(talk.said()).toMatch(/^اكتب الوقت الذي تريده/);
    const [confirmed] = await talk.ask("٦:٤٥ صباحاً");
    expect(bare(confirmed?.text ?? "")).toMatch(/^تم اشتراكك[\s\S]*الساعة ٦:٤٥ صباحاً/);
  });

  it("who taps twice is subscribed once and gets one digest", async () => {
    await talk.ask("/start");
    await talk.press("اشترك");
    const again = await talk.pressData("begin:go");
    expect(again).toEqual({ shown: [], toast: "أنت مشترك بالفعل." });
    await talk.press("الإعدادات");
    await talk.pressData("begin:s.07:00");
    expect((await reader())?.times).toEqual(["07:00"]);
  });

  it("chooses the city on the way, and goes on where they were", async () => {
    await talk.ask("/start");
    await talk.press("المواضيع والوقت");
    await talk.press("التالي: الوقت");
    await talk.press("مدينة أخرى");
    await talk.press("الرياض");
    expect(talk.said()).toMatch(/^متى تريد[\s\S]*بتوقيت الرياض/);
    await talk.press("✓ ٧:٠٠ ص");
    expect(await reader()).toMatchObject({ status: "active", zone: "Asia/Riyadh" });
  });

  it("names the city in words after subscribing, and sees the next delivery there", async () => {
    await talk.ask("/start");
    await talk.press("اشترك");
    await talk.press("مدينة أخرى");
    await talk.ask("طرابلس");
    expect(talk.said()).toBe("أي مدينة تقصد؟");
    expect(talk.buttons()).toContain("طرابلس الشام (بيروت)");
    await talk.press("طرابلس الشام (بيروت)");
    expect(talk.said()).toMatch(/يصلك الملخص القادم .* بتوقيت طرابلس الشام/);
    expect((await reader())?.zone).toBe("Asia/Beirut");
  });

  it("shares a location in place of a name; it becomes the zone and the city, and is not kept", async () => {
    await talk.ask("/start");
    await talk.press("مدينة أخرى");
    const [welcome] = await talk.share(24.71, 46.68);
    expect(bare(welcome?.text ?? "")).toMatch(/^مرحباً بك في موجز[\s\S]*بتوقيت الرياض/);
    const { main } = talk.test.house;
    for (const key of await main.keys("*reader*")) {
      if ((await main.type(key)) === "hash")
        expect(JSON.stringify(await main.hgetall(key))).not.toContain("46.68");
    }
  });
});

describe("a location that nobody asked for", () => {
  it("is taken for the city all the same, and at sea for none", async () => {
    await talk.ask("/subscribe");
    await talk.share(36.2, 37.16);
    expect(talk.said()).toMatch(/^حُفظ توقيت حلب، والساعة فيها الآن [\s\S]*الملخص القادم: /);
    await talk.share(0, -30);
    expect(talk.said()).toMatch(/^لم أجد منطقة زمنية/);
    expect(await reader()).toMatchObject({ zone: "Asia/Damascus", city: "Aleppo" });
  });
});

describe("a link to the bot", () => {
  it("to a topic shows it, and subscribes to it with one tap", async () => {
    const [latest, offer] = await talk.ask("/start t_economy");
    expect(bare(latest?.text ?? "")).toMatch(/^أحدث الأخبار: الاقتصاد/);
    expect(bare(offer?.text ?? "")).toMatch(
      /^هل تريد أخبار «الاقتصاد» في ملخص يومي؟\nاشترك الآن، ويصلك ملخصك /,
    );
    const { shown } = await talk.press("اشترك في الاقتصاد");
    expect(bare(shown[0]?.text ?? "")).toMatch(/^تم اشتراكك/);
    expect(await reader()).toMatchObject({ status: "active", topics: ["economy"] });
  });

  it("to a topic adds it for who has chosen others, and offers nothing to who gets it anyway", async () => {
    await talk.ask("/start t_economy");
    await talk.press("اشترك في الاقتصاد");
    expect(await talk.ask("/start t_economy")).toHaveLength(1);
    await talk.ask("/start t_health");
    await talk.press("أضف الصحة");
    expect((await reader())?.topics).toEqual(["economy", "health"]);
    await talk.pressData("topic:*");
    expect(await talk.ask("/start t_health")).toHaveLength(1);
    await talk.pressData("begin:o.health");
    expect((await reader())?.topics).toEqual([]);
  });

  it("to an article shows it, and greets who is new", async () => {
    const shown = (await talk.ask("/start a_3")).map(({ text }) => bare(text));
    expect(shown[0]).toContain("/a3");
    expect(shown[1]).toMatch(/^مرحباً بك في موجز/);
    await talk.press("اشترك");
    expect(await talk.ask("/start a_3")).toHaveLength(1);
  });

  it("of a campaign is counted under its name, with nothing about anyone", async () => {
    await talk.ask("/start ref_ad-1");
    expect(talk.said()).toMatch(/^مرحباً بك في موجز/);
    await talk.ask("/start ref_ad-1");
    expect(await talk.test.house.main.hgetall("{mujaz}:refs")).toEqual({ "ad-1": "2" });
  });

  it.each(["t_nosuch", "a_x", "x_1", "ref_", `t_${"a".repeat(70)}`, "<b>", "ref_a b"])(
    "that says %s is a plain start",
    async (payload) => {
      const shown = await talk.ask(`/start ${payload}`);
      expect(shown.map(({ text }) => bare(text).split("\n")[0])).toEqual(["مرحباً بك في موجز"]);
      expect(await talk.test.house.main.exists("{mujaz}:refs")).toBe(0);
    },
  );
});
