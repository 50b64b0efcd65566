// The command line when something is wrong: every fault has a name and a mend, and the rest goes on.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { root } from "../root.ts";
import { runHere } from "./desk.ts";

let dir: Awaited<ReturnType<typeof tempDir>>;
let env: Record<string, string>;
beforeAll(async () => {
  dir = await tempDir();
  env = { DATA_DIR: join(dir.path, "data") };
});
afterAll(() => dir.dispose());

const text = "أعلنت البلدية خطة للمياه في القرى. وتبدأ الخطة في الربيع المقبل."; // "a plan for water in villages"
const idsIn = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: unknown }).id);

describe("mujaz summarize --jsonl", () => {
  it("reports a line with two budgets by its number and goes on; null is as good as absent", async () => {
    const lines = [
      { id: "a", title: null, text, words: null },
      { id: "b", text, words: 9, sentences: 1 },
      { id: null, text },
      { id: "d", text, words: 0 },
    ];
    const input = `\uFEFF${lines.map((line) => JSON.stringify(line)).join("\n")}`;
    const { stdout, stderr, status } = await runHere(["summarize", "--jsonl"], { input });
    expect(idsIn(stdout)).toEqual(["a", 3]);
    expect(stderr).toMatch(/standard input:2: .*one of sentences, words and ratio\n {2}mend: /);
    expect(stderr).toMatch(/standard input:4: words: expected a whole number of 1 or more\n {2}mend: /);
    expect(status).toBe(1);
  });

  it("goes on with the next file after one that cannot be read", async () => {
    const file = join(dir.path, "in.jsonl");
    writeFileSync(file, `${JSON.stringify({ id: "only", text })}\n`);
    const { stdout, stderr, status } = await runHere(["summarize", "--jsonl", "nowhere.jsonl", file]);
    expect(idsIn(stdout)).toEqual(["only"]);
    expect(stderr).toMatch(/^nowhere\.jsonl: .*no such file\n {2}mend: /);
    expect(status).toBe(1);
  });
});

describe("a file that cannot be used", () => {
  const commands: [string, ...string[]][] = [["summarize"], ["summarize", "--jsonl"], ["clean"]];
  const needStore: [string, ...string[]][] = [
    ["subscribers", "import"],
    ["subscribers", "export"],
  ];
  it.each(hasRedisServer ? [...commands, ...needStore] : commands)(
    "is named with a mend and without a stack: %s %s",
    async (...command) => {
      const { stderr, status } = await runHere([...command, tmpdir()], { env });
      expect(stderr).toContain(tmpdir());
      expect(stderr).toContain("mend: ");
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
    },
  );
});

describe("wrong usage", () => {
  it.each([
    [["preview", "--at", "5"], /is no instant/],
    [["preview", "--topics", "sports"], /There is no topic "sports"/],
    [["summarize", "--words", "9", "--ratio", "0.2"], /one of --sentences, --words and --ratio/],
    [
      "schedule --zone Africa/Kairo --times 07:00 --from 2026-01-01 --to 2026-01-02".split(" "),
      /did you mean "Africa\/Cairo"/,
    ],
  ])("%s", async (args, message) => {
    const { stderr, status } = await runHere(args, { env });
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it.runIf(hasRedisServer)("articles list --topic names the topics that there are", async () => {
    const { stderr, status } = await runHere(["articles", "list", "--topic", "sports"], { env });
    expect(stderr).toMatch(/There is no topic "sports"\. Choose among: economy/);
    expect(status).toBe(2);
  });
});

describe("mujaz doctor", () => {
  it("gives every fault of the configuration a finding and a mend of its own", async () => {
    const cwd = join(dir.path, "sick");
    mkdirSync(cwd);
    writeFileSync(join(cwd, ".env"), "PROT=1\nSEND_RATE=many\nREDIS_URL=localhost\n");
    const { stdout, status } = await runHere(["doctor", "--json"], { env, cwd });
    const findings = JSON.parse(stdout) as { check: string; detail: string; mend: string }[];
    expect(findings.map(({ check, detail }) => `${check} ${detail.slice(0, 7)}`)).toEqual([
      "config .env:1:",
      "config .env:2:",
      "config .env:3:",
    ]);
    expect(findings.map(({ mend }) => mend)).toEqual([
      'did you mean "PORT"?',
      "write e.g. 30",
      "write it like redis://127.0.0.1:6379/0",
    ]);
    expect(status).toBe(1);
  });
});

describe.runIf(hasRedisServer)("a reader that closes the pipe early", () => {
  it("ends the command with 0, and no server stays behind", async () => {
    const data = join(dir.path, "cut");
    const input = Array.from({ length: 5_000 }, (_, index) => `{"chat":${index + 1}}\n`).join("");
    await runHere(["subscribers", "import"], { env: { DATA_DIR: data }, input });
    const dirs = { CONFIG_DIR: join(root, "config"), CONTENT_DIR: join(root, "content"), DATA_DIR: data };
    const child = spawn(process.execPath, [mujaz, "subscribers", "export"], {
      cwd: tmpdir(),
      env: { PATH: process.env["PATH"], ...dirs },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [status] = (await once(child, "close")) as [number | null];
    expect(errors).toBe("");
    expect(status).toBe(0);
    const socket = connect(join(data, "redis.sock"));
    const answer = await new Promise<string>((resolve) => {
      socket.on("connect", () => resolve("a server answers"));
      socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
    });
    socket.destroy();
    expect(answer).toMatch(/ENOENT|ECONNREFUSED/);
  });
});
