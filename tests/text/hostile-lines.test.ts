// Texts that punish a splitter which looks twice, at a size for every day.
import { describeHostileLines } from "./hostile-lines.ts";

describeHostileLines(20_000);
