// A container's world: the files of the Dockerfile alone, nothing writable but the data folder and the temp folder, no rights.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { copiedPaths, healthcheck, lastOf } from "../ops/container.ts";
import { bare, openChat } from "./chat.ts";
import { freePort, root, tempDir } from "./server.ts";

let dir: Awaited<ReturnType<typeof tempDir>>;
beforeEach(async () => {
  dir = await tempDir();
});
afterEach(() => {
  seal(join(dir.path, "app"), 0o755);
  return dir.dispose();
});

/** Gives every folder this mode. */
function seal(path: string, mode: number): void {
  chmodSync(path, mode);
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) seal(join(path, entry.name), mode);
}

it("starts, serves and stops with status 0, and leaves nothing behind outside of the data folder", {
  timeout: 180_000,
}, async () => {
  const [app, data, temp] = ["app", "data", "temp"].map((name) => join(dir.path, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [app, data, temp]) mkdirSync(path);
  for (const path of copiedPaths()) {
    // Too big to be copied here; nothing writes there, for another user owns it where this test runs as root.
    if (path === "node_modules") symlinkSync(join(root, path), join(app, path));
    else cpSync(join(root, path), join(app, path), { recursive: true });
  }
  chmodSync(dir.path, 0o755);
  for (const path of [data, temp]) chmodSync(path, 0o777);
  seal(app, 0o555);
  const before = readdirSync(app, { recursive: true }).sort();

  const { PATH = "" } = process.env;
  const port = String(await freePort());
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const [entry = "", ...args] = [...(JSON.parse(lastOf("ENTRYPOINT")) as string[]).slice(1), "start"];
  const env = { PATH, PORT: port, DATA_DIR: data, TMPDIR: temp, NODE_ENV: "production", LOG_FORMAT: "json" };
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: app,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...nobody,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  try {
    await expect.poll(() => output, { timeout: 50_000 }).toMatch(/^Running: /m);
    const [, ...check] = healthcheck();
    const probe = (PORT: string) =>
      new Promise((resolve) =>
        spawn(process.execPath, check, { env: { PORT }, stdio: "ignore" }).once("exit", resolve),
      );
    expect(await probe(port)).toBe(0);
    expect(await probe(String(await freePort()))).toBe(1);
    const chat = openChat(`http://127.0.0.1:${port}`);
    expect(bare((await chat.ask("/latest")).text)).toMatch(/^أحدث الأخبار/);
  } finally {
    child.kill("SIGTERM");
  }
  expect({ status: await ended, output }).toMatchObject({ status: 0 });
  expect(output).not.toMatch(/EACCES|EROFS|EPERM/);
  expect(readdirSync(app, { recursive: true }).sort()).toEqual(before);
  expect(readdirSync(temp)).toEqual([]);
  expect(readdirSync(data).length).toBeGreaterThan(0);
});
