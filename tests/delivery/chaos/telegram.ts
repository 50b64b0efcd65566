// The embedded Bot API for a drill: it knows of each send which worker it came from and whether its answer was usable.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Call } from "../../../src/playground/calls.ts";
import { createPlayground, type Playground } from "../../../src/playground/playground.ts";
import { createHttp } from "../../../src/runtime/http.ts";
import { createLog } from "../../../src/runtime/log.ts";

/** One sendMessage that had its effect. */
export interface Send {
  readonly chat: number;
  /** 0 for the first message of a digest. */
  readonly part: number;
  /** Of how many. */
  readonly parts: number;
  /** The worker's serial number. */
  readonly worker: number;
  /** Milliseconds since 1970 at its arrival. */
  readonly atMs: number;
  /** Why who sent it may not know that it was accepted. */
  spoiled?: "reset" | "cut" | "5xx" | "unheard";
  /** Its slot was not acknowledged yet when this died. */
  openAt?: "worker" | "redis";
}

export interface DrillTelegram {
  readonly root: string;
  readonly playground: Playground;
  /** In the order of arrival. */
  readonly sends: readonly Send[];
  /** Messages that are being taken in now. */
  open(): number;
  /** Faults that struck, by kind, and refusals by code. */
  readonly answers: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** A token by which a worker's calls are known. */
export const tokenOf = (worker: number): string =>
  `${700_000_000 + worker}:Chaos-token-0123456789-abcdefghijkl`;

/** "(1 من 3)", "1 of 3", in the heading of a digest of several messages. */
const partOf = /\([^\d()]*(\d+)[^\d()]* من [^\d()]*(\d+)[^\d()]*\)/;

/** One request, from its first byte to its last. */
interface Visit {
  readonly worker: number;
  readonly atMs: number;
  wasHeard: boolean | undefined;
  send?: Send;
}

export async function startTelegram(): Promise<DrillTelegram> {
  const log = createLog({ level: "silent", format: "json" });
  const http = createHttp({ host: "127.0.0.1", port: 0, log, graceMs: 20 });
  const playground = createPlayground({ bot: { id: 7, username: "mujaz_bot", firstName: "موجز" } });
  let open = 0;
  const visits = new AsyncLocalStorage<Visit>();
  http.app.addHook("onRequest", (request, reply, done) => {
    const worker = Number(/^\/bot(\d+):/.exec(request.url)?.[1]) - 700_000_000;
    const visit: Visit = { worker, atMs: Date.now(), wasHeard: undefined };
    const count = request.url.includes("/sendMessage") ? 1 : 0;
    open += count;
    reply.raw.once("close", () => {
      open -= count;
      visit.wasHeard = reply.raw.writableFinished;
      if (visit.send !== undefined && !visit.wasHeard) visit.send.spoiled ??= "unheard";
    });
    visits.run(visit, done);
  });
  const sends: Send[] = [];
  const answers: Record<string, number> = {};
  playground.onCall(({ method, params, answer, fault, isDone }) => {
    const visit = visits.getStore();
    if (visit === undefined || method !== "sendMessage") return;
    const said = refusalOf(answer, fault) ?? (fault === undefined ? "ok" : nameOf(fault));
    answers[said] = (answers[said] ?? 0) + 1;
    if (!isDone) return;
    const [, part = 1, parts = 1] = partOf.exec(String(params["text"]).split("\n", 1)[0] ?? "") ?? [];
    const { worker, atMs } = visit;
    const send: Send = {
      chat: Number(params["chat_id"]),
      part: Number(part) - 1,
      parts: Number(parts),
      worker,
      atMs,
    };
    if (fault?.type === "reset" || fault?.type === "cut") send.spoiled = fault.type;
    else if (fault?.type === "error") send.spoiled = "5xx";
    else if (visit.wasHeard === false) send.spoiled = "unheard";
    visit.send = send;
    sends.push(send);
  });
  playground.register(http.app);
  const root = await http.listen();
  return {
    root,
    playground,
    sends,
    open: () => open,
    answers,
    async close() {
      await playground.close();
      await http.close();
    },
  };
}

/** The code of a refusal that no fault has made: a fault that strikes behind the call never comes to it. */
function refusalOf(answer: Call["answer"], fault: Call["fault"]): string | undefined {
  if (answer?.ok !== false) return undefined;
  const { error_code: code } = answer;
  return fault?.type === "error" && fault.code === code ? undefined : String(code);
}

function nameOf(fault: { readonly type: string; readonly code?: number; readonly when?: string }): string {
  return [fault.code ?? fault.type, fault.when].filter((each) => each !== undefined).join(" ");
}
