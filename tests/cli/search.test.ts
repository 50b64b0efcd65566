// mujaz articles search, from outside: its index is built for one question.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { runHere } from "./desk.ts";

let dir: Awaited<ReturnType<typeof tempDir>>;
let env: Record<string, string>;
const search = (...args: string[]) => runHere(["articles", "search", ...args], { env });

beforeAll(async () => {
  dir = await tempDir();
  env = { DATA_DIR: dir.path };
  if (hasRedisServer) await runHere(["ingest", "--once"], { env });
});
afterAll(() => dir.dispose());

interface Hit {
  readonly number: number;
  readonly title: string;
  readonly source: string;
  readonly published: string;
  readonly topics: readonly string[];
  readonly score: number;
  readonly sentence: string | null;
}

describe.skipIf(!hasRedisServer)("mujaz articles search", () => {
  it("prints the best first, for people and as JSON", async () => {
    const people = await search("ماء", "البحر");
    expect(people.status).toBe(0);
    expect(people.stdout).toMatch(/^\d+\t2026-11-1[78]\tscience\t.+\n\t.+\n/);
    const { stdout } = await search("--json", "--limit", "3", "وبمدرسة");
    const hits = JSON.parse(stdout) as Hit[];
    expect(hits[0]).toMatchObject({ title: expect.stringContaining("مدارس"), score: expect.any(Number) });
    expect(hits[0]?.sentence).toContain("مدرسة");
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it("narrows to a topic and to days in the operator's zone", async () => {
    const args = ["--json", "--topic", "science", "--from", "2026-11-18", "--to", "2026-11-18", "ماء البحر"];
    const hits = JSON.parse((await search(...args)).stdout) as Hit[];
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ topics: ["science"] });
    expect(hits[0]?.published).toMatch(/^2026-11-1[78]T/);
  });

  it("says that nothing was found, and ends well", async () => {
    for (const words of ["زززخخخظظظ", "؟!"]) {
      const { stdout, status } = await search(words);
      expect([stdout, status]).toEqual(["Nothing found. Try fewer words, or others.\n", 0]);
    }
    expect((await search("--json", "زززخخخظظظ")).stdout).toBe("[]\n");
  });

  it.each([
    [["--topic", "nosuch", "ماء"], /There is no topic "nosuch"\. Choose among: /],
    [["--from", "2026-02-30", "ماء"], /"2026-02-30" is no date\. Write YYYY-MM-DD/],
    [["--from", "2026-11-02", "--to", "2026-11-01", "ماء"], /--to 2026-11-01 lies before --from 2026-11-02/],
    [["--limit", "0", "ماء"], /--limit "0" is no number/],
    [[], /missing required argument 'words'/],
  ])("refuses %j with status 2", async (args, message) => {
    const { status, stderr } = await search(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});
