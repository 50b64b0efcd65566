// Faults on demand: what Telegram and the network do on a bad day, for tests.
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./apiError.ts";

export interface Fault {
  /** Only for this method (any case), or for all. */
  readonly method?: string;
  /** Only for this chat, or for all. */
  readonly chat?: number;
  /** So many calls go well before it begins; none when absent. */
  readonly skip?: number;
  /** How often it happens before it is over. */
  readonly times: number;
  readonly kind:
    | {
        readonly type: "error";
        readonly code: number;
        readonly description: string;
        readonly retryAfter?: number;
      }
    /** The connection breaks before the call has any effect, or after it had it. */
    | { readonly type: "reset"; readonly when: "before" | "after" }
    /** The answer comes late. */
    | { readonly type: "delay"; readonly ms: number };
}

/** The connection is to be broken without an answer. */
export class Reset extends Error {
  override name = "Reset";
}

export class Faults {
  #planned: { fault: Fault; skip: number; left: number }[] = [];

  add(fault: Fault): void {
    this.#planned.push({ fault, skip: fault.skip ?? 0, left: fault.times });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Runs a call under the first fault that is planned for it. */
  async around<T>(method: string, chat: number | undefined, call: () => Promise<T>): Promise<T> {
    const kind = this.#take(method, chat)?.kind;
    if (kind === undefined) return call();
    if (kind.type === "error") {
      const parameters = kind.retryAfter === undefined ? undefined : { retry_after: kind.retryAfter };
      throw new ApiError(kind.code, kind.description, parameters);
    }
    if (kind.type === "delay") {
      await sleep(kind.ms);
      return call();
    }
    if (kind.when === "after") await call();
    throw new Reset();
  }

  #take(method: string, chat: number | undefined): Fault | undefined {
    const planned = this.#planned.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase()) &&
        (fault.chat === undefined || fault.chat === chat),
    );
    if (planned === undefined) return undefined;
    if (planned.skip > 0) {
      planned.skip -= 1;
      return undefined;
    }
    planned.left -= 1;
    return planned.fault;
  }
}
