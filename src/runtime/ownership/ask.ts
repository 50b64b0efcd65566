// Asks the socket of a data folder who owns it.
import { connect } from "node:net";

export interface Answer {
  readonly pid: number;
  readonly role: string;
  store?: string;
  /** Of one taking, not of a process. */
  readonly id: string;
}

/** A socket that accepts but says nothing belongs to a live process that is stopped or very busy. */
const silent: Answer = { pid: 0, role: "a process that does not answer", id: "" };
const patienceMs = 2_000;

/** `alive: false` when nobody listens: the socket is missing, or left over by a process that died. */
export function askHolder(path: string): Promise<{ alive: true; holder: Answer } | { alive: false }> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let said = "";
    socket.setEncoding("utf8");
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on("connect", () => {
      socket.on("close", () => resolve({ alive: true, holder: parseAnswer(said) }));
    });
    socket.on("data", (chunk: string) => {
      said += chunk;
      if (said.length > 4_096) socket.destroy();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const isDead = error.code === "ECONNREFUSED" || error.code === "ENOENT";
      // EAGAIN: the queue of a listening socket is full. ECONNRESET: it closed while it was asked; "close" answers.
      resolve(isDead ? { alive: false } : { alive: true, holder: parseAnswer(said) });
    });
  });
}

function parseAnswer(line: string): Answer {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return silent;
    const { pid, role, store, id } = value as Record<string, unknown>;
    if (typeof pid !== "number" || typeof role !== "string" || typeof id !== "string") return silent;
    return { pid, role, id, ...(typeof store === "string" ? { store } : {}) };
  } catch {
    return silent;
  }
}
