// A census: everybody where there are few, and of many some of every age.
import { afterAll, beforeAll, expect, it } from "vitest";
import { takeCensus } from "../../src/subscribers/census.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let stage: TestHouse;

beforeAll(async () => {
  stage = await openTestHouse();
  for (let chat = 1; chat <= 40; chat += 1) await stage.addReader(chat);
});
afterAll(() => stage?.close());

it("reads everybody where there are no more than it may draw", async () => {
  const { readers, known, isWhole } = await takeCensus(stage.house.main, "mujaz", { size: 40 });
  expect([readers.length, known, isWhole]).toEqual([40, 40, true]);
});

it.each([
  ["first", 0, [1, 11, 21, 31]],
  ["last", 0.999, [10, 20, 30, 40]],
])("draws the %s of each stretch when chance says so", async (_which, chance, numbers) => {
  const options = { size: 4, chance: () => chance };
  const { readers, known, isWhole } = await takeCensus(stage.house.main, "mujaz", options);
  expect([readers.map(({ number }) => number), known, isWhole]).toEqual([numbers, 40, false]);
});
