// Who may run the store of a data folder: taken, waited for, or shared with the one who has it.
import { DataDirBusy } from "../fault.ts";
import type { Log } from "../log.ts";
import { type Holder, type Owned, takeOwnership } from "../ownership.ts";
import { wait } from "../wait.ts";
import { probe } from "./probe.ts";

export type Claim =
  | Owned
  /** Another process runs a server that answers at the folder's socket. */
  | { readonly owned: false; readonly shared: "server" }
  /** Another process keeps its state in its own memory. */
  | { readonly owned: false; readonly shared: "in-process"; readonly holder: Holder };

export interface Claimant {
  readonly dataDir: string;
  readonly socket: string;
  readonly log: Log;
  readonly limitMs?: number;
}

const patienceMs = 60_000;

/** `start` wants the folder for itself: a command is waited for, another `start` is a fault. */
export function claimForStart(claimant: Claimant): Promise<Owned> {
  return claim<never>(claimant, "start", async (holder) => {
    if (holder.role === "start") throw new DataDirBusy(claimant.dataDir, holder);
    return undefined;
  });
}

/** A command takes the folder when nobody has it, else shares; a holder that is still starting is waited for. */
export function claimForCommand(claimant: Claimant, name: string): Promise<Claim> {
  return claim<Claim>(claimant, `command ${name}`, async (holder) => {
    if (holder.store === "in-process") return { owned: false, shared: "in-process", holder };
    return (await probe(claimant.socket)) === "ready" ? { owned: false, shared: "server" } : undefined;
  });
}

async function claim<T>(
  { dataDir, log, limitMs = patienceMs }: Claimant,
  role: string,
  share: (holder: Holder) => Promise<T | undefined>,
): Promise<T | Owned> {
  const end = performance.now() + limitMs;
  let hasSaid = false;
  for (;;) {
    const taken = await takeOwnership(dataDir, role);
    if (taken.owned) return taken;
    const shared = await share(taken.holder);
    if (shared !== undefined) return shared;
    if (performance.now() >= end) throw new DataDirBusy(dataDir, taken.holder);
    if (!hasSaid)
      log.info("data-dir.waiting", { holder: taken.holder, limitSeconds: Math.round(limitMs / 1_000) });
    hasSaid = true;
    await wait(250);
  }
}
