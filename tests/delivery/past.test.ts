// What a reader has met and what is still to come, over several digests from the real store.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueue } from "../../src/delivery/queue.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test.close());

const hourMs = 3_600_000;

/** Composes as of now and some hours, and moves the reader's past on as an acknowledgement does. */
async function digest(member: number, hours = 0): Promise<{ numbers: number[]; carry: readonly number[] }> {
  const { subscribers, compose, agenda } = test.house;
  const reader = await subscribers.byNumber(member);
  if (reader === undefined) throw new Error("no reader");
  const made = await compose(reader, { now: new Date(Date.now() + hours * hourMs) });
  const { cursor, carry } = made;
  await agenda.change(member, { cursor, carry }, new Date());
  return { numbers: made.stories.map(({ number }) => number), carry };
}

describe("the digests of a new reader", () => {
  it("take the newest whatever their age, then what was carried, and no story twice", async () => {
    const member = await test.addReader(1001, { items: 5 });
    const first = await digest(member);
    expect(first.numbers).toHaveLength(5);
    expect(first.carry).toHaveLength(8);
    const second = await digest(member, 24);
    expect(second.numbers).toHaveLength(5);
    expect([...first.carry]).toEqual(expect.arrayContaining(second.numbers));
    const third = await digest(member, 47);
    expect([...second.numbers, ...third.numbers].toSorted()).toEqual([...first.carry].toSorted());
    expect((await digest(member, 47)).numbers).toEqual([]);
    const all = [...first.numbers, ...second.numbers, ...third.numbers];
    expect(new Set(all).size).toBe(13);
  });

  it("leave out what was carried for more than 48 hours since the store first saw it", async () => {
    const member = await test.addReader(1002, { items: 5 });
    await digest(member);
    expect(await digest(member, 49)).toEqual({ numbers: [], carry: [] });
  });

  it("are first digests too for an imported line with cursor 0, and not for one that has read all", async () => {
    expect((await digest(await test.addReader(1003, { cursor: 0 }))).numbers).toHaveLength(5);
    const cursor = await test.house.articles.maxNumber();
    expect((await digest(await test.addReader(1004, { cursor }))).numbers).toEqual([]);
  });
});

describe("keys in Redis", () => {
  it("all lie in one slot of a Cluster", async () => {
    const { main, redis } = test.house;
    const queue = createQueue(redis.connect("queue"), { prefix: "mujaz", attempts: 1 });
    await queue.add([{ member: 1, slot: 1 }]);
    await queue.close();
    const keys = await main.keys("*");
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !key.startsWith("{mujaz}:"))).toEqual([]);
  });
});
