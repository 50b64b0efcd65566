// What a library leaves behind does not keep a process that was told to stop.
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { startMujaz, tempDir } from "../e2e/server.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A Bot API whose answers with updates are cut off in the middle of their body; `isCut` tells that one was. */
async function listenAndCut(): Promise<{ root: string; isCut: () => boolean }> {
  let isCut = false;
  const server = createServer((request, response) => {
    request.resume();
    const method = request.url?.split("/").at(-1);
    const result = method === "getMe" ? { id: 7, is_bot: true, first_name: "x", username: "x_bot" } : true;
    const body = JSON.stringify({ ok: true, result });
    if (method !== "getUpdates") {
      response.end(body);
      return;
    }
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    // The client has closed its side as well, so it has seen both: the beginning, and that no more comes.
    request.socket.once("close", () => {
      isCut = true;
    });
    response.write(body.slice(0, 10), () => request.socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, isCut: () => isCut };
}

it("the timer of 500 s behind an answer that was cut off does not keep a process after SIGTERM", async () => {
  const { root, isCut } = await listenAndCut();
  const dir = await tempDir();
  open.push(() => dir.dispose());
  await mkdir(join(dir.path, "content"));
  const mujaz = await startMujaz({
    BOT_TOKEN: "7:the_token_of_no_bot_that_there_ever_was",
    TELEGRAM_API_ROOT: root,
    DATA_DIR: join(dir.path, "data"),
    CONTENT_DIR: join(dir.path, "content"),
  });
  open.push(() => mujaz.kill());
  await expect.poll(isCut, { timeout: 10_000 }).toBe(true);
  expect(await mujaz.stop()).toBe(0);
});
