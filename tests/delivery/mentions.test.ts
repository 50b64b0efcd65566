// What is remembered of the stories behind a reader's past, and when it is let go of.
import { expect, it } from "vitest";
import { createMentions } from "../../src/delivery/mentions.ts";

it("loads the stories of one past once, and again after it was let go of", async () => {
  const mentions = createMentions();
  let loads = 0;
  const stems = () =>
    mentions.stemsIn("5 4,3", async () => {
      loads += 1;
      return [];
    });
  await stems();
  await stems();
  expect(loads).toBe(1);
  mentions.letGo();
  await stems();
  expect(loads).toBe(2);
});
