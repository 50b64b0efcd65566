// The drill's own judge: which repeats it lets pass, and that it lets no other pass.
import { expect, it } from "vitest";
import { account } from "./account.ts";
import type { Send } from "./telegram.ts";

const send = (chat: number, atMs: number, more: Partial<Send> = {}): Send => ({
  chat,
  part: 0,
  parts: 1,
  worker: 1,
  atMs,
  ...more,
});

it("a repeat after a send that went well is without a reason", () => {
  const twice = [send(5, 100), send(5, 900, { worker: 2 })];
  expect(account([...twice, send(6, 100)], new Map())).toEqual({
    repeats: 1,
    because: { nothing: 1 },
    mayRepeat: 0,
    unexplained: [twice],
  });
});

it.each<[string, Partial<Send>, string]>([
  ["whose answer was broken", { spoiled: "reset" }, "reset"],
  ["that was cut", { spoiled: "cut" }, "cut"],
  ["answered with 5xx though accepted", { spoiled: "5xx" }, "5xx"],
  [
    "whose slot was open when its worker died",
    { openAt: "worker", spoiled: "unheard" },
    "open when worker died",
  ],
  ["whose slot was open when Redis died", { openAt: "redis" }, "open when redis died"],
  ["that arrived after its worker's death", { worker: 9 }, "open when worker died"],
])("a repeat of a send %s has its reason", (_, more, because) => {
  const counted = account([send(5, 100, more), send(5, 900, { worker: 2 })], new Map([[9, 50]]));
  expect(counted).toEqual({ repeats: 1, because: { [because]: 1 }, mayRepeat: 1, unexplained: [] });
});

it("one reason is for one repeat, and the messages of one digest are no repeats", () => {
  const spoiled = send(5, 100, { spoiled: "reset" });
  const counted = account([spoiled, send(5, 200), send(5, 300), send(5, 400, { part: 1 })], new Map());
  expect(counted.repeats).toBe(2);
  expect(counted.unexplained).toHaveLength(1);
});

it("a send of a worker that was killed later is not excused by the kill", () => {
  expect(account([send(5, 100), send(5, 900)], new Map([[1, 500]])).unexplained).toHaveLength(1);
});
