// Ten thousand random walks of a reader over commands and buttons, in five parts of which each has a house of its own.
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";
import { anyWalk, createWalker, type Walker } from "./walk/walk.ts";

const walks = 2_000;

let talk: Talk;
let walker: Walker;
beforeEach(async () => {
  talk = await openTalk(1, { SEND_RATE: "0" });
  walker = await createWalker(talk);
});
afterEach(() => talk.close());

it.each([1, 2, 3, 4, 5])("two thousand walks, part %i of five, leave Redis as the model says", async () => {
  await fc.assert(
    fc.asyncProperty(anyWalk(12), (steps) => walker.walk(steps)),
    { numRuns: walks },
  );
  const { steps, pressed, unknown } = walker.report();
  console.log(`${steps} steps; buttons pressed: ${pressed.join(" ")}`);
  expect(unknown).toEqual([]);
  expect(steps).toBeGreaterThan(walks);
});
