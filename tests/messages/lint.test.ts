// The reading of messages finds what would look wrong on a phone, and leaves the rest alone.
import { describe, expect, it } from "vitest";
import { lintMessage } from "./lint.ts";

const arabic = (text: string) => lintMessage({ locale: "ar", text });

describe("an Arabic line", () => {
  it.each([
    ["begins with a Latin word", "Mujaz يرسل الملخص", /begins neither/],
    ["begins with an isolate", "\u2068غداً\u2069 يصلك الملخص", /begins neither/],
    ["begins with a number", "3 أخبار جديدة", /begins neither/],
    ["begins with an emoji", "🙂 أهلاً", /emoji/],
    ["holds a bare command", "كل الأوامر: /help", /command/],
    ["holds a bare user name", "اكتب إلى @mujaz_bot", /sign at its edge/],
    ["holds a bare date", "منذ 2026-11-01", /number with a sign/],
    ["holds a bare sign before a number", "مع +3 مصادر", /number with a sign/],
    ["leaves an isolate open", "من \u20683 إلى 5", /not closed/],
    ["closes one too many", "من 3\u2069 إلى 5", /not closed/],
    ["lost a value", "يصلك الملخص undefined.", /missing/],
    ["holds an empty value", "المصدر: \u2068\u2069", /empty/],
    ["is escaped twice", "شركة &amp; شركاؤها", /escaped twice/],
  ])("that %s is named", (_what, text, fault) => {
    expect(arabic(`سطر سليم\n${text}`).join("\n")).toMatch(fault);
  });

  it.each([
    "كل الأوامر: \u2068/help\u2069",
    "\u200F3 أخبار جديدة",
    "\u200F🙂 أهلاً",
    "«الطاقة» في عنوان",
    "أعلنت شركة Apple عن هاتف",
    "من الساعة 7:30 إلى 9:00، بنسبة 50%",
    "",
  ])("like %j is left alone", (text) => expect(arabic(text)).toEqual([]));

  it("is not asked for of an English message", () => {
    expect(lintMessage({ locale: "en", text: "All commands: /help, since 2026-11-01" })).toEqual([]);
  });
});

describe("what a message may measure", () => {
  it("is 4096 units, 1024 for a caption", () => {
    expect(arabic("ا".repeat(4096))).toEqual([]);
    expect(arabic("ا".repeat(4097))).toHaveLength(1);
    expect(lintMessage({ locale: "ar", text: "ا".repeat(1025), isCaption: true })).toHaveLength(1);
  });

  it("is 30 units for a button beside another, 64 for one by itself, and 64 bytes of data", () => {
    const button = (text: string, data = "x") => ({ text, callback_data: data });
    const lint = (...row: { text: string; callback_data: string }[]) =>
      lintMessage({ locale: "ar", text: "نص", keyboard: [row] });
    expect(lint(button("ز".repeat(31)))).toEqual([]);
    expect(lint(button("ز".repeat(31)), button("ز"))).toHaveLength(1);
    expect(lint(button("ز".repeat(65)))).toHaveLength(1);
    expect(lint(button("ز", "ز".repeat(33)))).toHaveLength(1);
    expect(lint(button("\u200F"))).toHaveLength(1);
  });
});
