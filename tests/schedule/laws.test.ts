// Laws of the agenda under any order of events: nothing is lost, nothing is served twice or early.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextDue } from "../../src/schedule/due.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { runs } from "../runs.ts";
import { type Desk, dawn, openDesk, reader } from "./desk.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const chats = [1, 2, 3];
const leaseSeconds = 30;
const chat = fc.constantFrom(...chats);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("wait"), minutes: fc.integer({ min: 1, max: 900 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("claim"), limit: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("end"), chat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("release"), chat }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("times"), chat, times: fc.constantFrom(["07:00"], ["13:15"]) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("leave"), chat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("come"), chat }) },
);

interface World {
  readonly desk: Desk;
  now: number;
  /** Claims that some worker still holds, live or stale. */
  readonly held: { member: number; slot: number }[];
  readonly ended: Set<string>;
}

async function play(
  world: World,
  move: typeof step extends fc.Arbitrary<infer Move> ? Move : never,
): Promise<void> {
  const { desk, held, ended } = world;
  const at = new Date(world.now * 1000);
  if ("minutes" in move) world.now += move.minutes * 60;
  else if ("limit" in move) {
    const claims = await desk.agenda.claim({ now: world.now, limit: move.limit, leaseSeconds });
    for (const claim of claims) {
      expect(claim.slot).toBeLessThanOrEqual(world.now);
      expect(ended).not.toContain(`${claim.member}@${claim.slot}`);
    }
    held.push(...claims);
  } else if ("times" in move) await desk.agenda.change(move.chat, { times: move.times }, at);
  else if (move.kind === "leave")
    await desk.agenda.change(move.chat, { status: "inactive", reason: "asked" }, at);
  else if (move.kind === "come") await desk.agenda.change(move.chat, { status: "active" }, at);
  else {
    const claim = held.find(({ member }) => member === move.chat);
    const subscriber = await desk.store.byNumber(move.chat);
    if (claim === undefined || subscriber === undefined) return;
    if (move.kind === "release") return desk.agenda.release(claim.member, claim.slot, world.now + 60);
    held.splice(held.indexOf(claim), 1);
    const wasPending = (await desk.agenda.pending(claim.member))?.slot === claim.slot;
    const next = nextDue(subscriber, Math.max(claim.slot, world.now) * 1000);
    const end = { ...claim, next, cursor: 1, carry: [], outcome: "sent", now: world.now };
    const answer = await desk.agenda.acknowledge(end);
    expect(answer !== "stale").toBe(wasPending);
    // What was planned has passed: the plan is read anew, as here it was just read.
    if (answer === "replan") expect(await desk.agenda.acknowledge(end)).toBe("ended");
    if (wasPending) ended.add(`${claim.member}@${claim.slot}`);
  }
}

describe("whatever happens, in whatever order", () => {
  it("who is active is on the index and nobody else, and no slot ends twice or early", async () => {
    const client = redis.connect();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (moves) => {
        const desk = openDesk(client);
        const world: World = { desk, now: dawn.getTime() / 1000, held: [], ended: new Set() };
        for (const each of chats) expect(await desk.agenda.upsert(reader(each), dawn)).toBe(each);
        for (const move of moves) {
          await play(world, move);
          for (const each of chats) {
            const isActive = (await desk.store.byNumber(each))?.status === "active";
            expect((await desk.dueAt(each)) !== null).toBe(isActive);
            if (!isActive) expect(await desk.agenda.pending(each)).toBeNull();
          }
        }
        // Nothing is stuck: a day later everyone who is active is claimed.
        world.now += 86_400;
        const claims = await desk.agenda.claim({ now: world.now, limit: 10, leaseSeconds });
        const active = [];
        for (const each of chats)
          if ((await desk.store.byNumber(each))?.status === "active") active.push(each);
        expect(claims.map(({ member }) => member).sort()).toEqual(active);
      }),
      runs(60),
    );
  });
});
