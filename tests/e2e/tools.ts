// Which tools this machine has; a suite that lacks one is skipped and says why.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

function isOnPath(name: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export const hasRedisServer = isOnPath("redis-server") || isOnPath("valkey-server");
if (!hasRedisServer) console.log("skipped: redis-server is not on PATH (apt-get install redis-server)");

/** A PATH on which node is found and no Redis server. */
export const pathWithoutRedis = "/nonexistent";
