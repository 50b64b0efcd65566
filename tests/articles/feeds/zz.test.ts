import { readdirSync } from "node:fs";
import { it } from "vitest";
import { readFixture } from "./read.ts";
it("x", () => {
  for (const name of readdirSync("tests/fixtures/feeds")) if (/broken|relative/.test(name)) console.log(name, JSON.stringify(readFixture(name), null, 1));
});
