// Parts that are changed while they run: the new one before the old one goes, and none is lost.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reread } from "../../src/config/reread.ts";
import type { House } from "../../src/processes/house.ts";
import { createParts, type Part } from "../../src/processes/parts.ts";
import { createShutdown } from "../../src/runtime/shutdown.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test.close());

/** Parts on the house, whose `items` is one more with each reading of config/. */
function openParts() {
  const { house } = test;
  const story: string[] = [];
  const shutdown = createShutdown({ log: house.log, graceMs: 5_000, exit: () => undefined });
  let items = 5;
  let next: (current: House["config"]) => Reread = (current) => {
    items += 1;
    const config = { ...current, defaults: { ...current.defaults, items } };
    return { ok: true, config, changed: ["defaults.items"], needRestart: [], warnings: [] };
  };
  const parts = createParts(house, shutdown, (current) => next(current));
  const part = (name: string): ((on: House) => Promise<Part>) => {
    return async (on) => {
      const mine = `${name} ${on.config.defaults.items}`;
      await on.redis.connect(name).ping();
      story.push(`${mine} opens`);
      return { close: async () => void story.push(`${mine} closes`) };
    };
  };
  const answer = (reread: typeof next): void => {
    next = reread;
  };
  return { parts, part, story, shutdown, answer };
}

const events = (): readonly string[] => test.logged.map(({ event }) => event);

describe("a part", () => {
  it("is opened under the new configuration before the old one closes, in the order of the start", async () => {
    const { parts, part, story, shutdown } = openParts();
    await parts.open("clock", part("clock"));
    await parts.open("worker", part("worker"));
    await parts.reload();
    expect(story).toEqual([
      "clock 5 opens",
      "worker 5 opens",
      "clock 6 opens",
      "clock 5 closes",
      "worker 6 opens",
      "worker 5 closes",
    ]);
    await shutdown.stop("test");
    expect(story.slice(6)).toEqual(["worker 6 closes", "clock 6 closes"]);
  });

  it("that cannot open stays as it was; the others change, and the next signal tries it again", async () => {
    const { parts, part, story, shutdown } = openParts();
    await parts.open("clock", async (on) => {
      if (on.config.defaults.items === 6) throw new Error("no room here");
      return part("clock")(on);
    });
    await parts.open("worker", part("worker"));
    test.logged.length = 0;
    await parts.reload();
    expect(events()).toEqual(["config.part-failed"]);
    expect(story.slice(2)).toEqual(["worker 6 opens", "worker 5 closes"]);
    await parts.reload();
    // It failed at 6 and kept 5; the configuration in force was 5 still.
    expect(story.slice(4)).toEqual(["clock 7 opens", "clock 5 closes", "worker 7 opens", "worker 6 closes"]);
    await shutdown.stop("test");
    expect(story.filter((line) => line.endsWith("opens")).length).toBe(
      story.filter((line) => line.endsWith("closes")).length,
    );
  });

  it("that goes on by itself is not opened anew", async () => {
    const { parts, story, shutdown } = openParts();
    await parts.open("web", (on) => ({
      adopt: async (next) =>
        void story.push(`adopts ${next.config.defaults.items}, was ${on.config.defaults.items}`),
      close: async () => void story.push("closes"),
    }));
    await parts.reload();
    await shutdown.stop("test");
    expect(story).toEqual(["adopts 6, was 5", "closes"]);
  });

  it("stays open where nothing has changed, and where a file is wrong", async () => {
    const { parts, part, story, shutdown, answer } = openParts();
    await parts.open("clock", part("clock"));
    answer((config) => ({ ok: true, config, changed: [], needRestart: ["PORT"], warnings: [] }));
    await parts.reload();
    expect(test.logged).toContainEqual(
      expect.objectContaining({ level: "warn", event: "config.needs-restart", names: ["PORT"] }),
    );
    const fault = { file: "config/mujaz.yaml", line: 3, message: "unknown key", mend: "leave it out" };
    answer(() => ({ ok: false, faults: [fault] }));
    test.logged.length = 0;
    await parts.reload();
    expect(test.logged[0]).toMatchObject({
      level: "error",
      event: "config.refused",
      ...fault,
      message: fault.message,
    });
    answer(() => {
      throw new Error("the disk is away");
    });
    await parts.reload();
    expect(events()).toEqual(["config.refused", "config.kept", "config.failed"]);
    expect(story).toEqual(["clock 5 opens"]);
    await shutdown.stop("test");
  });

  it("is closed once where the stop comes in the middle of the change", async () => {
    const { parts, part, story, shutdown } = openParts();
    await parts.open("clock", part("clock"));
    await parts.open("worker", part("worker"));
    const reloading = parts.reload();
    await Promise.all([reloading, shutdown.stop("test")]);
    await parts.reload();
    for (const line of story.filter((each) => each.endsWith("opens")))
      expect(story.filter((each) => each === line.replace("opens", "closes"))).toHaveLength(1);
  });
});
