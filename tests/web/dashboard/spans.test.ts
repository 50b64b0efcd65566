// How long a full minute takes, on the dashboard: as the index has it, at the rate that is allowed, and what paying would cost.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.ts";
import { ask, openStand, type Stand } from "./stand.ts";

const now = new Date("2031-03-03T06:30:30Z");
let stage: TestHouse;
let stand: Stand;
beforeAll(async () => {
  stage = await openTestHouse({ SEND_RATE: "30" });
  const at = now.getTime() / 1000 - 30;
  // 60 wait a moment only; 3,600 at nine o'clock in Cairo wait two minutes, and the 30 after them wait with them.
  const minutes = [
    [at + 5 * 60, 60],
    [at + 30 * 60, 3_600],
    [at + 31 * 60, 30],
  ] as const;
  let member = 0;
  for (const [minute, count] of minutes) {
    const entries = Array.from({ length: count }, () => [minute, String(++member)]).flat();
    await stage.house.main.zadd("{mujaz}:due", ...entries);
  }
  stand = await openStand(stage, () => now);
});
afterAll(async () => {
  await stand?.close();
  await stage?.close();
});

it("names the minutes whose last reader waits for long, with the wait and the price of none", async () => {
  const { text } = await ask(`${stand.address}/dashboard?lang=en`);
  const panel = parseHTML(text).document.querySelector("#panel-deliveries");
  const cells = [...(panel?.querySelectorAll('.wide[aria-label="Crowded slots"] tbody tr') ?? [])].map(
    (row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent),
  );
  // 30 a second less the margin of 2 % are 29.4: 3,600 take 122 s. Paid, 970 less the margin are 951: 4 s, and a tenth of a
  // Star for each above 30 a second. Behind them 1,835 wait when the next minute comes.
  const told = (n: number, what: string): string => `\u2068${n}\u2069 ${what}`;
  expect(cells).toEqual([
    ["9:00 AM", "3,600", told(2, "minutes"), told(4, "seconds"), told(349, "Stars")],
    ["9:01 AM", "30", told(63, "seconds"), told(0, "seconds"), told(3, "Stars")],
  ]);
});
