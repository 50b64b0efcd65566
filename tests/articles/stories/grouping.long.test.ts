// The events told from templates, in an order that no outlet keeps.
import { describe, it } from "vitest";
import { toPrint } from "../../../src/articles/print.ts";
import { createStoryIndex } from "../../../src/articles/story-index.ts";
import { banks, expectGrouped } from "./grouped.ts";

describe("events told from templates, shuffled", () => {
  it.each(banks)("come together with a B-cubed F1 of .92, those of %s", (bank, mostMerged) => {
    expectGrouped({ createStoryIndex, toPrint }, bank, "shuffled", mostMerged);
  });
});
