// Counts what Redis holds, by the kinds of docs/ops/data.md: keys, bytes, and how many keys have an end of their own.
import { kindOf } from "../../dist/backup/keys.js";

const daySeconds = 86_400;

/** kind → { keys, bytes, short, long, keeping }: `short` end within less than a day, `long` later. */
export async function takeCensus(client, prefix) {
  const kinds = new Map();
  let cursor = "0";
  do {
    const [next, keys] = await client.scan(cursor, "COUNT", 1_000);
    cursor = next;
    const asked = client.pipeline();
    for (const key of keys) asked.ttl(key).call("MEMORY", "USAGE", key, "SAMPLES", "0");
    const answers = (await asked.exec()).map(([, value]) => Number(value ?? 0));
    keys.forEach((key, at) => {
      const [ttl, bytes] = [answers[2 * at], answers[2 * at + 1]];
      if (ttl === -2) return;
      const name = key.replace(`{${prefix}}:`, "");
      const kind = kindOf(name);
      const as = kind?.name ?? `unknown: ${name}`;
      const sum = kinds.get(as) ?? { keys: 0, bytes: 0, short: 0, long: 0, keeping: kind?.keeping };
      sum.keys += 1;
      sum.bytes += bytes;
      if (ttl >= daySeconds - 3_600) sum.long += 1;
      else if (ttl >= 0) sum.short += 1;
      kinds.set(as, sum);
    });
  } while (cursor !== "0");
  return kinds;
}
