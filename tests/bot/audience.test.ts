// Whom a button serves where that depends on what it does, and whom a shared location.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Action, Reader } from "../../src/bot/command.ts";
import { createRouter } from "../../src/bot/router.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { newSubscriber } from "../../src/subscribers/defaults.ts";

const messages = createMessages({ ar: readFileSync("config/messages/ar.ftl", "utf8") }, "ar");
const now = new Date("2026-11-24T05:00:00Z");
const group: Reader = {
  number: 1,
  subscriber: newSubscriber({
    chat: -5,
    thread: null,
    kind: "group",
    locale: "ar",
    zone: "Africa/Cairo",
    times: ["07:00"],
    items: 5,
    length: "standard",
    now,
  }),
};
const press: Action = {
  name: "do",
  audienceOf: (argument) => (argument === "subscribe" ? "admins" : undefined),
  run: async ({ argument }) => ({ toast: argument }),
};
/** A router in a group where only user 7 is an administrator. */
const router = createRouter({
  commands: [],
  actions: [press],
  messages,
  username: () => "mujaz_bot",
  dialogue: async () => undefined,
  located: async () => [{ html: "x" }],
  isTopic: async () => false,
  mayChange: async (_reader, { user }) => user === 7,
});
const by = (user: number) => ({ actor: { user, isAnonymous: false, isOperator: false }, now });

describe("in a group", () => {
  it("a button that subscribes is for administrators, one that reads for everyone", async () => {
    expect(await router.press(group, "do:subscribe", by(8))).toEqual({
      toast: "هذا للمشرفين في هذه المجموعة.",
    });
    expect(await router.press(group, "do:subscribe", by(7))).toEqual({ toast: "subscribe" });
    expect(await router.press(group, "do:latest", by(8))).toEqual({ toast: "latest" });
  });

  it("a location of a member changes nothing", async () => {
    const point = { latitude: 1, longitude: 1 };
    expect(await router.location(group, point, by(8))).toEqual([]);
    expect(await router.location(group, point, by(7))).toHaveLength(1);
  });
});
