// Followed and blocked words: one phrase once, whatever its spelling.
import { describe, expect, it } from "vitest";
import {
  addPhrase,
  mostPhrases,
  mostPhraseUnits,
  phraseKey,
  removePhrase,
} from "../../src/subscribers/phrases.ts";

const nobody = { follow: [], block: [] };

describe("two writings of one phrase", () => {
  it.each([
    ["الطاقة", "طاقه"], // energy
    ["الطاقة الشمسية", "طاقة  شمسيّة"], // solar energy
    ["أسعار النفط", "اسعار نفط"], // oil prices
    ["كـــرة", "كرة"], // ball
    ["BBC", "bbc"],
    ["٢٠٢٦", "2026"],
  ])("%s and %s have one key", (one, other) => expect(phraseKey(one)).toBe(phraseKey(other)));

  it("do not make different words one", () => {
    expect(phraseKey("طاقة")).not.toBe(phraseKey("طاقم")); // energy, crew
  });
});

describe("adding a phrase", () => {
  it("keeps it as it was written, blanks apart", () => {
    const outcome = addPhrase(nobody, "follow", "  الطاقة   الشمسية ");
    expect(outcome).toEqual({ kind: "added", patch: { follow: ["الطاقة الشمسية"] }, isMoved: false });
  });

  it("knows one that is there in another spelling", () => {
    expect(addPhrase({ ...nobody, block: ["الطاقة"] }, "block", "طاقه").kind).toBe("known");
  });

  it("moves one from the other list: the later word counts", () => {
    const reader = { follow: ["النفط", "الطاقة"], block: ["كرة"] };
    expect(addPhrase(reader, "block", "طاقه")).toEqual({
      kind: "added",
      patch: { block: ["كرة", "طاقه"], follow: ["النفط"] },
      isMoved: true,
    });
  });

  it.each(["", "   ", "😀", "…", "من", "في على"])("%j gives nothing to look for", (words) =>
    expect(addPhrase(nobody, "follow", words).kind).toBe("empty"),
  );

  it("stops at the limits, both of them exactly", () => {
    const full = Array.from({ length: mostPhrases }, (_, index) => `كلمة${index}`);
    expect(addPhrase({ ...nobody, follow: full.slice(1) }, "follow", "زيتون").kind).toBe("added"); // olives
    expect(addPhrase({ ...nobody, follow: full }, "follow", "زيتون").kind).toBe("full");
    expect(addPhrase(nobody, "follow", "ز".repeat(mostPhraseUnits)).kind).toBe("added");
    expect(addPhrase(nobody, "follow", "ز".repeat(mostPhraseUnits + 1)).kind).toBe("long");
  });
});

describe("removing a phrase", () => {
  it("finds it in any spelling, and says when it is not there", () => {
    expect(removePhrase(["النفط", "الطاقة"], "طاقه")).toEqual(["النفط"]);
    expect(removePhrase(["النفط"], "طاقه")).toBeUndefined();
  });
});
