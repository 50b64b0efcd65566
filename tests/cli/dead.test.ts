// mujaz dead: letters are listed with their reasons and sent again by id, several at once, and none is lost on the way.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { slotOf } from "../../src/schedule/rotation.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { runOn } from "./desk.ts";

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
});
afterAll(() => test.close());

const slot = Date.parse("2026-11-20T05:00:00Z") / 1000;
const letterOf = (member: number, chat: number) => ({
  member,
  chat,
  slot: slot + member,
  why: "refused: too-long",
  at: "2026-11-20T05:00:09.000Z",
});
const mujaz = (...args: string[]) => runOn(test.house, "dead", ...args);
let [ana, ben] = [0, 0];
beforeEach(async () => {
  for (const { id } of await test.house.agenda.listDead()) await test.house.agenda.takeDead(id);
  [ana, ben] = [await test.addReader(1001), await test.addReader(1002)];
  const later = Math.floor(Date.now() / 1000) + 3_600;
  await test.house.main.zadd("{mujaz}:due", later, String(ana), later, String(ben));
  await test.house.agenda.bury(letterOf(ben, 1002));
  await test.house.agenda.bury(letterOf(ana, 1001));
});

/** Seconds until the reader is due; below 0 when due already. */
async function dueIn(member: number): Promise<number> {
  const score = await test.house.main.zscore("{mujaz}:due", String(member));
  return slotOf(score ?? 0) - Date.now() / 1000;
}

describe("mujaz dead list", () => {
  it("prints a line for each letter, the oldest slot first, with its reason", async () => {
    const { stdout, status } = await mujaz("list");
    expect(stdout.trim().split("\n")).toEqual([
      `${slot + ana}_${ana}\tchat 1001\tdue ${new Date((slot + ana) * 1000).toISOString()}\tended 2026-11-20T05:00:09.000Z\trefused: too-long`,
      expect.stringContaining("chat 1002"),
    ]);
    expect(status).toBe(0);
  });

  it("prints the same as JSON, and says so where there are none", async () => {
    const letters = JSON.parse((await mujaz("list", "--json")).stdout) as object[];
    expect(letters).toEqual([
      { id: `${slot + ana}_${ana}`, ...letterOf(ana, 1001) },
      { id: `${slot + ben}_${ben}`, ...letterOf(ben, 1002) },
    ]);
    await mujaz("resend", "--all");
    expect((await mujaz("list")).stdout).toBe("There are no dead letters.\n");
    expect((await mujaz("list", "--json")).stdout).toBe("[]\n");
    expect((await mujaz("resend", "--all")).stdout).toBe("There are no dead letters.\n");
  });
});

describe("mujaz dead resend", () => {
  it("makes the reader due now, and takes the letter out", async () => {
    expect(await dueIn(ana)).toBeGreaterThan(0);
    const { stdout, status } = await mujaz("resend", `${slot + ana}_${ana}`);
    expect(stdout).toBe("Reader of chat 1001 is due now.\n");
    expect(status).toBe(0);
    expect(await dueIn(ana)).toBeLessThanOrEqual(0);
    expect((await test.house.agenda.listDead()).map(({ member }) => member)).toEqual([ben]);
  });

  it("does it for all, and tells of each as JSON", async () => {
    const { stdout } = await mujaz("resend", "--all", "--json");
    expect(JSON.parse(stdout)).toEqual([
      { id: `${slot + ana}_${ana}`, outcome: "due", chat: 1001 },
      { id: `${slot + ben}_${ben}`, outcome: "due", chat: 1002 },
    ]);
  });

  it("says which there is none of, and does the others", async () => {
    const { stdout, stderr, status } = await mujaz("resend", "1_1", `${slot + ben}_${ben}`);
    expect(stdout).toBe("Reader of chat 1002 is due now.\n");
    expect(stderr).toContain('There is no dead letter "1_1".');
    expect(status).toBe(1);
  });

  it("keeps the letter of who is not active any more", async () => {
    await test.house.agenda.change(ana, { status: "inactive", reason: "unsubscribed" }, new Date());
    const { stderr, status } = await mujaz("resend", `${slot + ana}_${ana}`);
    expect(stderr).toContain("The reader of chat 1001 is not active any more");
    expect(status).toBe(1);
    const asJson = await mujaz("resend", `${slot + ana}_${ana}`, "--json");
    expect(JSON.parse(asJson.stdout)).toMatchObject([{ outcome: "inactive" }]);
    expect(asJson.status).toBe(1);
    expect(await test.house.agenda.listDead()).toHaveLength(2);
    await test.house.agenda.change(ana, { status: "active" }, new Date());
  });

  it("wants ids or --all, not both and not neither", async () => {
    expect((await mujaz("resend")).status).toBe(2);
    expect((await mujaz("resend", "1_1", "--all")).status).toBe(2);
  });
});
