// Questions of one moment are asked as one, and each caller gets its own answer.
import { expect, it } from "vitest";
import { createCrew } from "../../src/runtime/crew.ts";
import { createGate } from "../../src/runtime/gate.ts";
import { gather, share } from "../../src/runtime/gather.ts";

it("asks once for all of a moment, in their order, and anew for the next", async () => {
  const asked: (readonly number[])[] = [];
  const double = gather(async (numbers: readonly number[]) => {
    asked.push(numbers);
    return numbers.map((number) => number * 2);
  });
  expect(await Promise.all([double(3), double(1), double(3)])).toEqual([6, 2, 6]);
  expect(await double(5)).toBe(10);
  expect(asked).toEqual([[3, 1, 3], [5]]);
});

it("asks in pieces of 100", async () => {
  const sizes: number[] = [];
  const same = gather(async (numbers: readonly number[]) => {
    sizes.push(numbers.length);
    return numbers;
  });
  const numbers = Array.from({ length: 201 }, (_, at) => at);
  expect(await Promise.all(numbers.map(same))).toEqual(numbers);
  expect(sizes).toEqual([100, 100, 1]);
});

it("fails all who asked when the question fails, and the next may succeed", async () => {
  let isOut = true;
  const ask = async (questions: readonly string[]): Promise<readonly string[]> => {
    if (isOut) throw new Error("out");
    return questions;
  };
  const [one, shared] = [gather(ask), share(async () => (await ask(["x"]))[0])];
  const ends = await Promise.allSettled([one("a"), one("b"), shared(), shared()]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
  isOut = false;
  expect(await Promise.all([one("a"), shared()])).toEqual(["a", "x"]);
});

it("a shared question goes out after everyone who asked for it, never an answer of before", async () => {
  let version = 1;
  const read = share(async () => version);
  const early = read();
  version = 2;
  expect(await Promise.all([early, read()])).toEqual([2, 2]);
  version = 3;
  expect(await read()).toBe(3);
});

it("a gate lets so many through at once, the others in their order, also past one that fails", async () => {
  const gate = createGate(2);
  const [begun, open]: [number[], (() => void)[]] = [[], []];
  const work = (number: number) => () =>
    new Promise<number>((resolve, reject) => {
      begun.push(number);
      open.push(() => (number === 1 ? reject(new Error("one")) : resolve(number)));
    });
  const all = [1, 2, 3, 4].map((number) => gate(work(number)));
  const ends = Promise.allSettled(all);
  expect(begun).toEqual([1, 2]);
  while (begun.length < 4) {
    open.shift()?.();
    await new Promise(setImmediate);
  }
  for (const finish of open) finish();
  expect((await ends).map(({ status }) => status)).toEqual([
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
  expect(begun).toEqual([1, 2, 3, 4]);
});

it("a crew begins a list that came first to its end, goes on past one that fails, and tells the ends in order", async () => {
  const crew = createCrew(2);
  const [begun, open]: [string[], Map<string, () => void>] = [[], new Map()];
  const work = (name: string) =>
    new Promise<string>((resolve, reject) => {
      begun.push(name);
      open.set(name, () => (name === "a2" ? reject(new Error(name)) : resolve(name.toUpperCase())));
    });
  const [first, second, none] = [crew(["a1", "a2", "a3"], work), crew(["b1"], work), crew([], work)];
  expect(await none).toEqual([]);
  expect(begun).toEqual(["a1", "a2"]);
  open.get("a2")?.();
  await new Promise(setImmediate);
  expect(begun).toEqual(["a1", "a2", "a3"]);
  open.get("a3")?.();
  await new Promise(setImmediate);
  expect(begun).toEqual(["a1", "a2", "a3", "b1"]);
  open.get("b1")?.();
  expect(await second).toEqual([{ status: "fulfilled", value: "B1" }]);
  open.get("a1")?.();
  const [a1, a2, a3] = await first;
  expect([a1, a3]).toEqual(["A1", "A3"].map((value) => ({ status: "fulfilled", value })));
  expect(a2).toMatchObject({ status: "rejected", reason: new Error("a2") });
});
