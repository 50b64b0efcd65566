// The HTTP server on real sockets: headers, errors without secrets, a taken port, a quick end.
import { Agent, get, type IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { PortInUse } from "../../src/runtime/fault.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { captureLog } from "./capture.ts";

const captured = captureLog();

function create(port = 0): Http {
  const http = createHttp({ host: "127.0.0.1", port, log: captured.log, graceMs: 60_000 });
  onTestFinished(() => http.close());
  return http;
}

const open = (address: string, agent: Agent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(address, { agent }, resolve).on("error", reject));

describe("the HTTP server", () => {
  it("sends the security headers with every answer", async () => {
    const http = create();
    http.app.get("/", async () => "hello");
    const address = await http.listen();
    for (const path of ["/", "/missing"]) {
      const answer = await fetch(address + path);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("tells nothing of a failure to the visitor, and the log what it needs", async () => {
    const http = create();
    http.app.get("/fails", async () => {
      throw new Error("the inner reason");
    });
    const answer = await fetch(`${await http.listen()}/fails`);
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: "internal error", request: expect.any(String) },
    ]);
    expect(captured.lines().at(-1)).toMatchObject({
      event: "http.failed",
      err: { message: "the inner reason" },
    });
  });

  it("says which port is in use, and how to take another", async () => {
    const address = await create().listen();
    const port = Number(new URL(address).port);
    const fault = await create(port)
      .listen()
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(PortInUse);
    expect(fault).toMatchObject({
      message: expect.stringContaining(`Port ${port} on 127.0.0.1`),
      mend: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
  });

  it("says so when the host is not this machine", async () => {
    const http = createHttp({ host: "192.0.2.1", port: 0, log: captured.log });
    await expect(http.listen()).rejects.toMatchObject({ kind: "address-unusable" });
  });

  // The grace of a minute is longer than this test may take.
  it("ends event streams and idle connections at once", async () => {
    const http = create();
    http.app.get("/", async () => "hello");
    http.app.get("/events", (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "text/event-stream" });
      reply.raw.write("data: 1\n\n");
    });
    const address = await http.listen();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    (await open(address, agent)).resume();
    const stream = await open(`${address}/events`, agent);
    expect(stream.headers["x-content-type-options"]).toBe("nosniff");
    const ended = new Promise((resolve) => stream.resume().once("close", () => resolve("ended")));
    await http.close();
    expect(await ended).toBe("ended");
  });

  it("lets a running request finish", async () => {
    const http = create();
    let finish = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      http.app.get("/slow", async () => {
        resolve();
        await new Promise<void>((go) => {
          finish = go;
        });
        return "done";
      });
    });
    const answer = fetch(`${await http.listen()}/slow`);
    await arrived;
    const closed = http.close();
    finish();
    expect(await (await answer).text()).toBe("done");
    await closed;
  });
});
