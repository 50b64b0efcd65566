// What a command prints reaches who reads it slowly, as `less` does: a real process and a real pipe.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { mujaz } from "../e2e/server.ts";

it("is printed to its end, however late it is read", { timeout: 30_000 }, async () => {
  const times = Array.from({ length: 96 }, (_, quarter) => {
    const two = (value: number): string => String(value).padStart(2, "0");
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  });
  const args = ["schedule", "--zone", "Asia/Riyadh", "--from", "2026-01-01", "--to", "2026-03-31"];
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [mujaz, ...args, "--times", times.join(",")], {
    cwd: tmpdir(),
    env: { PATH, HOME },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  // The pipe is full (64 KB of 190), and the command has worked out all of it long before.
  await once(child.stdout, "readable");
  await sleep(2_500);
  const printed = await text(child.stdout);
  expect(printed.trimEnd().split("\n")).toHaveLength(96 * 90);
  expect(await ended).toEqual([0, null]);
});
