// An update that Telegram delivers again (its confirmation was lost) is not done again.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk();
});
afterAll(() => talk.close());

describe("an update delivered twice", () => {
  it.each(["/start", "/subscribe", "/digest", "/latest", "/a3", "/settings", "مرحبا", "/unsubscribe"])(
    "%s is answered once",
    async (text) => {
      expect(await talk.ask(text, 2)).toHaveLength(1);
    },
  );

  it("turns a button's topic on, and not off again", async () => {
    await talk.ask("/settings");
    await talk.press("المواضيع");
    await talk.press("الصحة", 2);
    expect(talk.buttons()).toContain("✓ الصحة");
  });
});
