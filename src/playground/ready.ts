// The chats that stand ready in a started playground; one that an earlier run left is found again by its name.
import { type ChatPlan, type GroupPlan, makeChannel, makeGroup } from "./acts/groups.ts";
import type { World } from "./world.ts";

/** `name` is the chat's name in the page's address (`?chat=`), and what tells it from others over restarts. */
export type ReadyChat =
  | ({ readonly type: "group"; readonly name: string } & GroupPlan)
  | ({ readonly type: "channel"; readonly name: string } & ChatPlan);

/** Makes what is missing, after the transcript was read. */
export function makeReady(world: World, chats: readonly ReadyChat[]): void {
  for (const plan of chats) {
    const isThere = world.chats().some((chat) => chat.kind !== "private" && chat.name === plan.name);
    if (isThere) continue;
    if (plan.type === "group") makeGroup(world, plan);
    else makeChannel(world, plan);
  }
}
