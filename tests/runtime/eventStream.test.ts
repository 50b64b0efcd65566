// Server-sent events to listeners that go away, sleep, or are told to go: nothing that is written to them ends the process.
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type EventStream, openEventStream } from "../../src/runtime/eventStream.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";

let http: Http;
let port: number;
let streams: EventStream[];
let closed: number;
/** What would have ended the process. */
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeEach(async () => {
  [streams, closed] = [[], 0];
  http = createHttp({ host: "127.0.0.1", port: 0, log: createLog({ level: "silent", format: "json" }) });
  http.app.get("/events", (_request, reply) => {
    const onClose = (): void => {
      closed += 1;
    };
    streams.push(openEventStream(reply, { retryMs: 1, beatMs: 60_000, onClose }));
  });
  port = Number(new URL(await http.listen()).port);
  uncaught.length = 0;
  process.on("uncaughtException", note);
});
afterEach(async () => {
  process.off("uncaughtException", note);
  await http.close();
});

/** Somebody who asks and never reads. */
async function sleeper(): Promise<{ socket: Socket; stream: EventStream }> {
  const socket = connect(port, "127.0.0.1");
  socket.pause();
  socket.on("error", () => undefined);
  socket.write("GET /events HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
  await expect.poll(() => streams.length).toBe(1);
  const [stream] = streams;
  if (stream === undefined) throw new Error("nobody listens");
  return { socket, stream };
}
const event = `data: ${"x".repeat(100_000)}\n\n`;
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

it("takes what is sent after the end for nothing, also where the listener has not read the end", async () => {
  const { socket, stream } = await sleeper();
  for (let time = 0; time < 8; time += 1) stream.send(event);
  stream.end();
  stream.send(event);
  await turns();
  expect(uncaught).toEqual([]);
  expect(closed).toBe(1);
  socket.destroy();
});

it("ends with the server, and what is sent meanwhile harms nobody", async () => {
  const { socket, stream } = await sleeper();
  for (let time = 0; time < 8; time += 1) stream.send(event);
  const closing = http.close();
  stream.send(event);
  await turns();
  socket.destroy();
  await closing;
  expect(uncaught).toEqual([]);
  expect(closed).toBe(1);
});

it("cuts off who does not read, before they fill the memory", async () => {
  const { socket, stream } = await sleeper();
  for (let time = 0; time < 400; time += 1) stream.send(event);
  await expect.poll(() => closed).toBe(1);
  stream.send(event);
  await turns();
  expect(uncaught).toEqual([]);
  socket.destroy();
});
