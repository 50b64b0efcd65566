// What must be true when a wave is over: every reader served or on record with the right reason, and nothing left behind.
import { nextDue } from "../../../src/schedule/due.ts";
import type { DrillReader } from "./readers.ts";
import type { Stage } from "./stage.ts";

/** Looks at every reader, and at what must not be left. */
export async function whatIsWrong(
  stage: Stage,
  readers: readonly DrillReader[],
  due: number,
): Promise<readonly string[]> {
  const { telegram, agenda, store } = stage;
  const got = new Map<number, Set<number>>();
  const parts = new Map<number, number>();
  const wrong: string[] = [];
  for (const { chat, part, parts: of, atMs } of telegram.sends) {
    got.set(chat, (got.get(chat) ?? new Set()).add(part));
    parts.set(chat, of);
    if (atMs < due * 1000) wrong.push(`${chat}: sent ${due * 1000 - atMs} ms before it was due`);
  }
  const look = async ({ member, chat, movedTo, isBlocked }: DrillReader): Promise<readonly string[]> => {
    const here = movedTo ?? chat;
    const [record, score, pending] = await Promise.all([
      store.byNumber(member),
      stage.dueAt(member),
      agenda.pending(member),
    ]);
    if (record === undefined) return ["no record"];
    const received = got.get(here)?.size ?? 0;
    const found: string[] = [];
    if (pending !== null) found.push(`still pending ${JSON.stringify(pending)}`);
    if (record.chat !== here) found.push(`on record under ${record.chat}`);
    if ((await store.numberOf(here, null)) !== member) found.push("not known by its chat");
    if (movedTo !== undefined && (await store.numberOf(chat, null)) !== undefined)
      found.push("known by its old chat");
    if (isBlocked) {
      if (record.status !== "inactive" || record.reason !== "blocked")
        found.push(`${record.status} ${record.reason}`);
      if (score !== null) found.push(`blocked and due at ${score}`);
      if (received > 0) found.push("blocked and sent to");
      return found;
    }
    if (record.status !== "active") found.push(`${record.status} ${record.reason}`);
    const next = nextDue(record, due * 1000);
    if (score === null || Math.floor(score) !== next) found.push(`next due at ${score} and not ${next}`);
    const wanted = parts.get(here) ?? 1;
    if (received !== wanted) found.push(`got ${received} of ${wanted} messages`);
    return found;
  };
  for (let at = 0; at < readers.length; at += 500) {
    const some = await Promise.all(readers.slice(at, at + 500).map(look));
    for (const [index, found] of some.entries()) {
      for (const each of found) wrong.push(`reader ${readers[at + index]?.member}: ${each}`);
    }
  }
  const dead = await agenda.listDead();
  for (const letter of dead)
    wrong.push(`a dead letter before attempts and grace ended: ${JSON.stringify(letter)}`);
  const jobs = await stage.jobs();
  if (jobs > 0) wrong.push(`${jobs} jobs are left`);
  const outcomes = await agenda.outcomes();
  const blocked = readers.filter(({ isBlocked }) => isBlocked).length;
  if ((outcomes["gone"] ?? 0) !== blocked)
    wrong.push(`${outcomes["gone"]} are on record as gone, not ${blocked}`);
  if (outcomes["sent"] !== readers.length - blocked) wrong.push(`${outcomes["sent"]} are on record as sent`);
  return wrong;
}
