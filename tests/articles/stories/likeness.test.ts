// What of two prints speaks for one event and what against it, and that it counts.
import { describe, expect, it } from "vitest";
import { type Print, toPrint } from "../../../src/articles/print.ts";
import { isKin } from "../../../src/articles/stories/judge.ts";
import { compareWith, type Likeness } from "../../../src/articles/stories/likeness.ts";

/** A flood that leaves families without a home: the river, the official and the country that helps beside Morocco. */
const flood = ({ river = "السهل", man = "جوان الزعتري", guest = "تونس" }): Print =>
  toPrint({
    title: `المغرب و${guest} يرسلان خياما إلى ضحايا الفيضان`,
    text: `شرد فيضان ${river} 701 أسرة يوم الأحد وجرف 7 جسور. وقال مدير الري ${man} إن 33 زورقا تبحث عن العالقين فوق السطوح.`,
    published: "2026-11-03T08:00:00.000Z",
    language: "ar",
  });

/** As if every word were rare. */
const likenessOf = (one: Print, other: Print): Likeness => compareWith(one, () => 1)(other);

describe("a likeness", () => {
  it.each([
    ["another river", "others", { river: "نهر الأرز" }, { river: "نهر القصب" }],
    ["another official, whose given name is in no list", "strangers", {}, { man: "شبلي الهنيدي" }],
    ["another second country", "elsewhere", {}, { guest: "تركيا" }],
  ] as const)("tells %s in the same words", (_what, name, own, other) => {
    expect(likenessOf(flood(own), flood(own))[name]).toBe(0);
    expect(likenessOf(flood(own), flood(other))[name]).toBe(1);
    expect(likenessOf(flood(own), flood({ ...own, man: "جوان الزعتري" })).samePlace).toBe(true);
  });

  it("takes a person in common for as rare as the name is", () => {
    const [one, other] = [flood({}), flood({ river: "الوادي" })];
    expect(compareWith(one, () => 1)(other).persons).toBe(1);
    expect(compareWith(one, () => 0.25)(other).persons).toBe(0.25);
  });

  it.each(["others", "strangers", "elsewhere"] as const)("is of another event where %s are many", (name) => {
    /** Enough to be about one matter, in words of which half are the same. */
    const likely = { ...likenessOf(flood({}), flood({})), words: 0.5, rare: 1, persons: 0, figures: 0.4 };
    expect(isKin(likely)).toBe(true);
    expect(isKin({ ...likely, [name]: 2 })).toBe(false);
  });
});
