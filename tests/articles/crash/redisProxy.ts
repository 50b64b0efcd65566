// Stands between a process and its Redis, passes one command at a time on, and knows which step of ingestion each one is.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { hideScript, holdsScript, knownScript, putScript } from "../../../src/articles/scripts.ts";
import { changeScript } from "../../../src/sources/register.ts";
import { answerEnd, takeCommand } from "./resp.ts";
import type { Trap } from "./trap.ts";

export interface RedisProxy {
  /** For REDIS_URL. */
  readonly url: string;
  /** From now on this trap is asked. */
  setTrap(trap: Trap): void;
  close(): Promise<void>;
}

/** `path`: the socket of the real server. */
export async function startRedisProxy(path: string, first: Trap): Promise<RedisProxy> {
  let trap = first;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    join(client, connect(path), trap);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}/0`,
    setTrap(next) {
      trap = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function join(client: Socket, server: Socket, trap: Trap): void {
  let asked: Buffer = Buffer.alloc(0);
  let answered: Buffer = Buffer.alloc(0);
  let isWaiting = false;
  let isLost = false;

  const pump = async (): Promise<void> => {
    if (isWaiting || trap.isSprung()) return;
    const command = takeCommand(asked);
    if (command === undefined) return;
    isWaiting = true;
    const bytes = asked.subarray(0, command.end);
    asked = asked.subarray(command.end);
    const moment = trap.at(stepOf(command.args));
    if (moment !== undefined) await trap.meanwhile();
    if (moment === "before") {
      trap.spring();
      return;
    }
    isLost = moment === "lost";
    server.write(bytes);
    if (moment === "sent") trap.spring();
  };
  client.on("data", (chunk: Buffer) => {
    asked = Buffer.concat([asked, chunk]);
    void pump();
  });
  server.on("data", (chunk: Buffer) => {
    answered = Buffer.concat([answered, chunk]);
    const end = answerEnd(answered);
    if (end === undefined || trap.isSprung()) return;
    if (isLost) {
      trap.spring();
      return;
    }
    client.write(answered.subarray(0, end));
    answered = answered.subarray(end);
    isWaiting = false;
    void pump();
  });
  client.on("error", () => {});
  server.on("error", () => {});
  client.on("close", () => server.end());
  server.on("close", () => client.destroy());
}

const scripts = new Map([
  [putScript, "put"],
  [knownScript, "known"],
  [hideScript, "hide what is gone"],
  [holdsScript, "note an unchanged text"],
  [changeScript, "note a feed's state"],
]);

/** The step of ingestion that a command is. */
export function stepOf([name = "", ...args]: readonly string[]): string {
  const verb = name.toLowerCase();
  const key = (verb === "eval" ? args[2] : args[0]) ?? "";
  if (key.includes(":sources:lease:")) return verb === "set" ? "take the lease" : "give the lease back";
  if (verb === "eval") return scripts.get(args[0] ?? "") ?? "another script";
  if (key.endsWith(":sources:added")) return "list the feeds";
  if (key.includes(":sources:state:")) return "read a feed's state";
  if (key.includes(":articles:lines:")) return "read the learnt lines";
  if (key.endsWith(":articles:sequence")) return "ask the highest number";
  if (key.endsWith(":articles:published")) return "list a day";
  if (key.endsWith(":articles:numbers")) return "list what others stored";
  if (key.includes(":articles:source:")) return "list a source";
  if (verb === "hmget" && key.includes(":article:")) return "read a print";
  return ["info", "ping", "client", "hello", "quit", "select"].includes(verb) ? "connect" : `other: ${verb}`;
}
