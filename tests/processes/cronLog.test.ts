// The minutes' own words in the log.
import cron from "node-cron";
import { expect, it, onTestFinished, vi } from "vitest";
import { createCronLog } from "../../src/processes/cronLog.ts";
import { captureLog } from "../runtime/capture.ts";

it("a task that throws is a line of the log, and nothing is printed beside it", async () => {
  const printed = vi.spyOn(console, "error");
  const { log, lines } = captureLog();
  cron.setLogger(createCronLog(log));
  const fail = (): void => {
    throw new Error("no tick");
  };
  const task = cron.schedule("0 0 1 1 *", fail, { timezone: "Etc/UTC" });
  onTestFinished(async () => void (await task.destroy()));
  await task.execute().catch(() => undefined);
  expect(lines()).toMatchObject([{ level: "error", event: "cron.failed", err: { message: "no tick" } }]);
  expect(printed).not.toHaveBeenCalled();
});

it("a minute that was missed is a warning; what is of no concern is not said", () => {
  const { log, lines } = captureLog();
  const words = createCronLog(log);
  words.info("begun");
  words.debug("in a minute");
  words.warn("missed execution");
  expect(lines()).toMatchObject([{ level: "warn", event: "cron.warned", said: "missed execution" }]);
});
