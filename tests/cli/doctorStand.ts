// A world in which mujaz doctor finds no fault: an append-only Redis, a Telegram that knows the token, folders; tests break it piece by piece.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { makeFeedConfig } from "../feedConfig.ts";
import { type Ran, runHere } from "./desk.ts";

export interface Finding {
  readonly check: string;
  readonly status: "ok" | "fault" | "warning" | "skipped";
  readonly detail: string;
  readonly mend?: string;
}

export interface DoctorStand {
  readonly telegram: Playground;
  /** The Bot API: "http://127.0.0.1:<port>". */
  readonly apiRoot: string;
  readonly token: string;
  readonly redis: DurableRedis;
  readonly main: Redis;
  /** Fields that Telegram's answer to this method has besides, or a whole answer; undefined takes them back. */
  answer(method: string, fields: object | undefined): void;
  /** Replaces words of config/mujaz.yaml. */
  configure(from: string, to: string): Promise<void>;
  /** Any command there. */
  mujaz(...args: readonly string[]): Promise<Ran>;
  /** `mujaz doctor --json`; `wrong` are the findings that are neither fine nor skipped. */
  doctor(env?: Readonly<Record<string, string>>): Promise<{
    readonly status: number;
    readonly all: readonly Finding[];
    readonly wrong: readonly Finding[];
  }>;
  /** `mujaz doctor` as people read it. */
  lines(env?: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

/** The shape of a real token, and nobody's. */
const token = `7${"0".repeat(8)}:${"Doctor-marked-token-0123456789abcde"}`;

export async function openDoctorStand(): Promise<DoctorStand> {
  const [redis, config] = await Promise.all([startDurableRedis(), makeFeedConfig()]);
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
  const answers = new Map<string, object>();
  // What the embedded Bot API has no reason to say: failures to deliver, balances.
  http.app.addHook("onSend", async (request, reply, payload) => {
    const fields = answers.get(request.url.split("/").at(-1) ?? "");
    if (fields === undefined) return payload;
    reply.code("error_code" in fields ? Number(fields.error_code) : 200);
    const said = JSON.parse(String(payload)) as { result?: object };
    return JSON.stringify("ok" in fields ? fields : { ok: true, result: { ...said.result, ...fields } });
  });
  telegram.register(http.app);
  const apiRoot = await http.listen();
  const main = new Redis({ path: redis.path });
  const settings = join(config.path, "config", "mujaz.yaml");
  await mkdir(join(config.path, "data"));
  const well = { ...config.env, REDIS_URL: redis.path, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };

  return {
    telegram,
    apiRoot,
    token,
    redis,
    main,
    answer(method, fields) {
      if (fields === undefined) answers.delete(method);
      else answers.set(method, fields);
    },
    async configure(from, to) {
      const yaml = await readFile(settings, "utf8");
      if (!yaml.includes(from)) throw new Error(`config/mujaz.yaml does not hold ${from}`);
      await writeFile(settings, yaml.replace(from, to));
    },
    mujaz: (...args) => runHere(args, { env: well }),
    async doctor(env = {}) {
      const ran = await runHere(["doctor", "--json"], { env: { ...well, ...env } });
      const all = JSON.parse(ran.stdout) as readonly Finding[];
      const wrong = all.filter(({ status }) => status === "fault" || status === "warning");
      return { status: ran.status, all, wrong };
    },
    lines: async (env = {}) => (await runHere(["doctor"], { env: { ...well, ...env } })).stdout,
    async close() {
      main.disconnect();
      await telegram.close();
      await http.close();
      await redis.close();
      await config.dispose();
    },
  };
}
