// One owner for a data folder: a listening socket, which the kernel closes when its process dies.
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:net";
import { codeOf } from "./fault.ts";
import { localSocket, makeFolder, removeShortFolder, unusable } from "./local-socket.ts";
import { type Answer, askHolder } from "./ownership/ask.ts";
import { isLiveOneAside, setAside } from "./ownership/stale.ts";
import { wait } from "./wait.ts";

/** Who owns the folder. `store` is how it keeps state, once it has said so. */
export interface Holder {
  /** 0 when the holder is stopped or too busy to answer. */
  readonly pid: number;
  /** "start", or "command <name>". */
  readonly role: string;
  readonly store?: string;
}

export interface Owned {
  readonly owned: true;
  /** Adds a word for whoever asks: how state is kept. */
  announce(store: string): void;
  release(): Promise<void>;
}

export type Ownership = Owned | { readonly owned: false; readonly holder: Holder };

const socketName = "owner.sock";

/** The owner of the folder now, or undefined. */
export async function findHolder(dataDir: string): Promise<Holder | undefined> {
  const answer = await askHolder(localSocket(makeFolder(dataDir), socketName));
  return answer.alive ? answer.holder : undefined;
}

/**
 * Takes the folder, made with mode 700 when it is missing, until `release` or the death of the process.
 * The lock alone keeps no process alive.
 */
export async function takeOwnership(dataDir: string, role: string): Promise<Ownership> {
  const folder = makeFolder(dataDir);
  const path = localSocket(folder, socketName);
  for (;;) {
    const holder: Answer = { pid: process.pid, role, id: randomUUID() };
    const attempt = await listen(path, holder).catch((error: unknown) => {
      throw unusable(folder, error);
    });
    if (attempt) {
      // Another process may have moved a live owner's socket aside for a moment, to see whether it was dead.
      const isLive = await isLiveOneAside(path);
      const answer = isLive ? undefined : await askHolder(path);
      if (answer?.alive && answer.holder.id === holder.id) {
        return owned(attempt, holder, () => removeShortFolder(path, folder));
      }
      await closeServer(attempt);
      await isLiveOneAside(path); // Now that the place is free, a live one left aside goes back.
      await wait(10 + Math.random() * 40); // Two that back off from each other must not meet again.
      continue;
    }
    const answer = await askHolder(path);
    if (answer.alive) return { owned: false, holder: withoutId(answer.holder) };
    await setAside(path);
  }
}

function owned(server: Server, holder: Answer, clearUp: () => void): Owned {
  return {
    owned: true,
    announce: (store) => {
      holder.store = store;
    },
    async release() {
      await closeServer(server);
      clearUp();
    },
  };
}

function withoutId({ pid, role, store }: Holder): Holder {
  return { pid, role, ...(store === undefined ? {} : { store }) };
}

/** The listening server, or undefined when the address is taken. */
async function listen(path: string, holder: Answer): Promise<Server | undefined> {
  const server = createServer((socket) => {
    socket.on("error", () => {}); // The one who asked went away.
    socket.end(`${JSON.stringify(holder)}\n`);
  });
  server.unref();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
    return server;
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE") return undefined;
    throw error;
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
}
