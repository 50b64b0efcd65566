// Texts that punish a splitter which looks twice, at a size for every day.
import { describe } from "vitest";
import { describeHostileLines } from "./hostile-lines.ts";

describe("lines that punish whoever looks twice", () => describeHostileLines(20_000));
