// The events told from templates, in an order that no outlet keeps, and those that the quick suite has no time for.
import { describe, it } from "vitest";
import { toPrint } from "../../../src/articles/print.ts";
import { createStoryIndex } from "../../../src/articles/story-index.ts";
import { expectGrouped, otherBanks, quickBanks } from "./grouped.ts";

const code = { createStoryIndex, toPrint };

describe("events told from templates, in order of time", () => {
  it.each(otherBanks)("come together with a B-cubed F1 of .92 and no two are one, those of %s", (bank) => {
    expectGrouped(code, bank, "time");
  });
});

describe("events told from templates, shuffled", () => {
  it.each([...quickBanks, ...otherBanks])(
    "come together with a B-cubed F1 of .92 and no two are one, those of %s",
    (bank) => {
      expectGrouped(code, bank, "shuffled");
    },
  );
});
