// A command as a process of its own: standard input, output and error, and the status that scripts go by.
import { expect, it } from "vitest";
import { runMujaz } from "./server.ts";

it("reads standard input, writes standard output, and ends with 0", async () => {
  const input = '{"id":"a","text":"جملة كاملة هنا عن الماء."}\n'; // "a whole sentence here about water"
  const { status, stdout, stderr } = await runMujaz(["summarize", "--jsonl"], { input });
  expect(JSON.parse(stdout)).toMatchObject({ id: "a", summary: "جملة كاملة هنا عن الماء." });
  expect([status, stderr]).toEqual([0, ""]);
});

it("ends with 1 where a file cannot be read, and with 2 where the command is not known", async () => {
  const missing = await runMujaz(["clean", "nowhere.txt"]);
  expect(missing).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("nowhere.txt: cannot be read"),
  });
  const unknown = await runMujaz(["summarise"]);
  expect(unknown).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/did you mean/i) });
});

it("prints help on standard output and ends with 0", async () => {
  const { status, stdout, stderr } = await runMujaz(["--help"]);
  expect(stdout).toMatch(/^Usage: mujaz[\s\S]*\n {2}summarize [\s\S]*\n {2}doctor /);
  expect([status, stderr]).toEqual([0, ""]);
});
