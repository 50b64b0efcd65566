// Leaving an embedded server: the last process of ours that uses it stops it.
import { clientPrefix } from "../clients.ts";
import type { Log } from "../log.ts";
import { type Owned, takeOwnership } from "../ownership.ts";
import { waitUntil } from "../wait.ts";
import { type ChildPlace, stopChild } from "./child.ts";
import { ask } from "./probe.ts";

/** Stops the server and gives the folder back; while a command still works on it, leaves the stopping to that. */
export async function leaveAsOwner(place: ChildPlace, owned: Owned, log: Log): Promise<void> {
  if (await hasOtherUsers(place.socket)) log.info("redis.left-running", { socket: place.socket });
  else await stopChild(place);
  await owned.release();
}

/**
 * After its clients are closed, a command that shared the server looks whether its owner has gone meanwhile and
 * left the server to it. Two that leave at once may both leave it running; the next one then uses it again.
 */
export async function leaveAsUser(place: ChildPlace, dataDir: string, name: string, log: Log): Promise<void> {
  await waitUntil(
    async () => {
      const taken = await takeOwnership(dataDir, `command ${name}`);
      if (taken.owned) await leaveAsOwner(place, taken, log);
      return taken.owned || taken.holder.role === "start";
    },
    { limitMs: 1_000, everyMs: 100 },
  );
}

async function hasOtherUsers(socket: string): Promise<boolean> {
  const list = await ask(socket, (client) => client.client("LIST"));
  if (typeof list !== "string") return false;
  const ours = `${clientPrefix}${process.pid}-`;
  return [...list.matchAll(/ name=(\S*)/g)].some(
    ([, name = ""]) => name.startsWith(clientPrefix) && !name.startsWith(ours),
  );
}
