// Random walks of a reader over commands and buttons, new ones and stale ones; ten thousand in the long suite.
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";
import { anyWalk, createWalker, type Walker } from "./walk/walk.ts";

let talk: Talk;
let walker: Walker;
beforeAll(async () => {
  talk = await openTalk(1, { SEND_RATE: "0" });
  walker = await createWalker(talk);
});
afterAll(() => talk.close());

it("leaves Redis as the model says after every step, every button answered and nothing rejected", async () => {
  await fc.assert(
    fc.asyncProperty(anyWalk(16), (steps) => walker.walk(steps)),
    { numRuns: 30 },
  );
  const { steps, pressed, unknown } = walker.report();
  console.log(`${steps} steps; buttons pressed: ${pressed.join(" ")}`);
  expect(unknown).toEqual([]);
  expect(steps).toBeGreaterThan(250);
});
