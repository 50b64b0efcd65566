// One question to a Redis on a socket, with a limit, leaving nothing open.
import { Redis } from "ioredis";

const limitMs = 2_000;

/** What the server at the path says to one command, or the error: LOADING, a refused connection, no answer. */
export async function ask<T>(path: string, question: (client: Redis) => Promise<T>): Promise<T | Error> {
  let lost: Error | undefined;
  const client = new Redis({
    path,
    lazyConnect: true,
    connectTimeout: limitMs,
    commandTimeout: limitMs,
    // Where the server has closed already, the client would wait (2 s by default) for a close that never comes again.
    disconnectTimeout: 1,
    enableReadyCheck: false,
    disableClientInfo: true,
    retryStrategy: () => null,
  });
  client.on("error", (error: Error) => {
    lost = error;
  });
  try {
    await client.connect();
    return await question(client);
  } catch (error) {
    return lost ?? (error instanceof Error ? error : new Error(String(error)));
  } finally {
    client.disconnect();
  }
}

/** "ready", "loading" (alive, reading its file), or "absent". */
export async function probe(path: string): Promise<"ready" | "loading" | "absent"> {
  const answer = await ask(path, (client) => client.ping());
  if (answer === "PONG") return "ready";
  return answer instanceof Error && /LOADING|BUSY\b|timed out/i.test(answer.message) ? "loading" : "absent";
}

/** The process id of the server at the path. */
export async function serverPid(path: string): Promise<number | undefined> {
  const info = await ask(path, (client) => client.info("server"));
  const pid = info instanceof Error ? undefined : /^process_id:(\d+)/m.exec(info)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
