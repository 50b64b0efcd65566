// Texts that punish a splitter which looks twice: each mark 100,000 times.
import { describeHostileLines } from "./hostile-lines.ts";

describeHostileLines(100_000);
