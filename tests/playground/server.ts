// A playground on a free port, and the real telegraf client that talks to it.
import { Telegraf } from "telegraf";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";

export const token = "42:playground";

export interface Server {
  readonly playground: Playground;
  readonly address: string;
  /** A new client; it polls only when launched. */
  client(itsToken?: string): Telegraf;
  close(): Promise<void>;
}

export async function startPlayground(
  options: Pick<
    Parameters<typeof createPlayground>[0],
    "load" | "save" | "now" | "chats" | "host" | "limits"
  > = {},
): Promise<Server> {
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const playground = createPlayground({
    bot: { id: 42, username: "echo_bot", firstName: "صدى" },
    token,
    ...options,
  });
  playground.register(http.app);
  const address = await http.listen();
  return {
    playground,
    address,
    client: (itsToken = token) =>
      new Telegraf(itsToken, { telegram: { apiRoot: address, webhookReply: false } }),
    async close() {
      await playground.close();
      await http.close();
    },
  };
}

/** What Telegram said when it refused; fails when it did not refuse. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: number; description: string; parameters?: unknown }> {
  try {
    await call;
  } catch (error) {
    const { response } = error as {
      response: { error_code: number; description: string; parameters?: unknown };
    };
    const { error_code: code, description, parameters } = response;
    return { code, description, ...(parameters === undefined ? {} : { parameters }) };
  }
  throw new Error("it was not refused");
}
