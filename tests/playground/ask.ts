// Plain calls of the embedded Bot API over HTTP, and the updates that it has for the bot.
import { type Server, token } from "./server.ts";

// biome-ignore lint/suspicious/noExplicitAny: the shapes of all methods' results; each test says what it expects
export type Loose = any;

/** The `result` of a call, or "400 Bad Request: …" where it was refused. */
export async function ask(server: Server, method: string, params: object = {}): Promise<Loose> {
  const response = await fetch(`${server.address}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as Loose;
  return answer.ok ? answer.result : `${answer.error_code} ${answer.description}`;
}

/** The updates since the last time, each as [kind, content]. */
export function createEar(server: Server): () => Promise<readonly (readonly [string, Loose])[]> {
  let offset = 0;
  return async () => {
    const updates = (await ask(server, "getUpdates", { offset })) as Loose[];
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    return updates.map((update) => {
      const [kind = ""] = Object.keys(update).filter((key) => key !== "update_id");
      return [kind, update[kind]] as const;
    });
  };
}
