// Wires the send ledger: on the disk of this machine, and what happens when it finds an older copy in Redis.
import type { BroadcastBook } from "../delivery/broadcastBook.ts";
import { createLedger, type Ledger, noLedger } from "../delivery/ledger.ts";
import { createLedgerFile } from "../delivery/ledgerFile.ts";
import type { House } from "./house.ts";

export function openLedger(
  { config, log, main, redis }: House,
  broadcasts: Pick<BroadcastBook, "underWay" | "move">,
  now: () => Date,
): Ledger {
  if (redis.kind === "in-process") return noLedger;
  const { dataDir, redisPrefix } = config.env;
  return createLedger({
    redis: main,
    prefix: redisPrefix,
    file: createLedgerFile(dataDir, redisPrefix),
    now,
    async onRestored(restored) {
      // The copy does not know who has had them since: an operator decides whether they go on.
      for (const id of await broadcasts.underWay()) await broadcasts.move(id, ["running"], "paused", now());
      // Of what the copy holds alerts have told since.
      await main.set(`{${redisPrefix}}:alerts:seen`, restored.article);
    },
    // Another data set is no trouble, though an operator may want to know why the ledger keeps still.
    report: (event, fields) => log[event === "ledger.other-data-set" ? "warn" : "error"](event, fields),
  });
}
