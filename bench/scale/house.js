// A house on the bench's Redis, for the bench itself and for the clock and the worker that it starts as processes of their own.
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../dist/config/loadConfig.js";
import { furnish } from "../../dist/processes/house.js";
import { createLog } from "../../dist/runtime/log.js";
import { openClients, toHandle } from "../redis.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Sends of one worker that may be under way at once. */
const concurrency = process.env.SCALE_CONCURRENCY ?? "128";

export function openHouseAt(path) {
  const env = {
    // A real bot's house: that of the playground asks for its own time before each digest.
    BOT_TOKEN: `1${"0".repeat(8)}:${"Scale-token-0123456789-abcdefghijkl"}`,
    CONFIG_DIR: join(root, "config"),
    CONTENT_DIR: join(root, "content"),
    SEND_RATE: "0",
    SEND_CONCURRENCY: concurrency,
    // The ledger of this very Redis, and of no other one.
    DATA_DIR: join(dirname(path), "data"),
  };
  const { config } = loadConfig({ env, cwd: tmpdir() });
  return furnish(config, createLog({ level: "error", format: "json" }), toHandle(openClients(path)));
}
