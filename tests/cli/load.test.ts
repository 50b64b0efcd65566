// What doctor says of the day to come: the fullest hour, the longest wait, and what paid sending costs.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLoad, checkPaid, describeLoad } from "../../src/cli/checkLoad.ts";
import { servedPerSecond } from "../../src/processes/rates.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test.close());

const seven = Date.parse("2026-11-27T05:00:00Z") / 1000;
const forecast = (count: number) => ({
  from: seven - 3_600,
  overdue: 0,
  minutes: Array.from({ length: 1_440 }, (_, index) => (index === 60 ? count : 0)),
});
/** The house as it would be with other settings of delivery. */
const house = (delivery: object) => ({
  main: test.house.main,
  config: { ...test.house.config, delivery: { ...test.house.config.delivery, ...delivery } },
});

describe("the load of the next day", () => {
  it("names how many are due, the fullest hour, and how long the last one waits at the rate", () => {
    const { delivery } = test.house.config;
    const found = describeLoad(forecast(100_000), servedPerSecond(test.house), delivery);
    expect(found).toEqual({
      status: "ok",
      detail:
        "100000 readers due within 24 h; fullest hour from 04:01 UTC: 100000; the last of the 100000 of 05:00 UTC waits 57 min at 29.4 a second; " +
        "delivery.spreadMinutes begins a full slot early; delivery.paidBroadcast sends up to 1000 a second",
    });
    expect(describeLoad(forecast(90), 30, delivery).detail).not.toContain("paidBroadcast");
    expect(describeLoad(forecast(90), 30, { ...delivery, spreadMinutes: 10 }).detail).toContain(
      "(which may begin 10 min early)",
    );
    expect(describeLoad(forecast(90), 0, delivery).detail).toContain("nobody waits without a limit");
    expect(describeLoad(forecast(0), 30, delivery)).toEqual({
      status: "ok",
      detail: "nobody is due within 24 h",
    });
  });

  it("is a fault where the last would wait until the digest is too late to be sent", () => {
    const found = describeLoad(forecast(1_300_000), 30, test.house.config.delivery);
    expect(found.status).toBe("fault");
    expect(found.mend).toContain("graceHours");
  });

  it("is read from the index", async () => {
    await test.addReader(1001, { zone: "UTC", times: ["05:00"] });
    const found = await checkLoad(test.house, Math.floor(Date.now() / 1000));
    expect(found.detail).toMatch(/^1 readers? due within 24 h; .*05:00 UTC/);
  });
});

describe("paid sending", () => {
  it("is off as long as the operator does not ask for it", async () => {
    expect(await checkPaid(test.house, seven)).toMatchObject({ status: "skipped" });
    expect(servedPerSecond(test.house)).toBeCloseTo(29.41, 2);
  });

  it("sends the faster, leaves the free share to replies, and names its cost by slot and day", async () => {
    const paid = house({ paidBroadcast: true });
    expect(servedPerSecond(paid)).toBeCloseTo(970 / 1.02, 2);
    await test.house.main.del("{mujaz}:due");
    const scores = Array.from({ length: 1_000 }, (_, index) => [
      seven + index / 1_000,
      String(index + 1),
    ]).flat();
    await test.house.main.zadd("{mujaz}:due", ...scores);
    // Of 1000 at 970 a second 30.9 are free.
    expect((await checkPaid(paid, seven - 600)).detail).toContain(
      "97 Stars for the next 24 h, 97 for the fullest slot",
    );
  });
});
