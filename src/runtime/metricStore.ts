// What all processes have counted, added up in Redis, and their signs of life.
import type { Redis } from "ioredis";
import type { Meter } from "./meter.ts";

/** A process as it last told of itself. */
export interface ProcessSign {
  /** Epoch milliseconds, by its own clock. */
  readonly at: number;
  readonly roles: readonly string[];
  readonly residentBytes: number;
  /** 99th percentile within the last seconds. */
  readonly lagSeconds: number;
}

export interface MetricStore {
  /** Adds what the meter has counted; counts again later what Redis did not take. */
  flush(meter: Pick<Meter, "drain" | "restore">): Promise<void>;
  sign(process: string, sign: ProcessSign): Promise<void>;
  /** A process that ends in order takes its sign with it. */
  leave(process: string): Promise<void>;
  read(): Promise<{
    readonly counts: Readonly<Record<string, string>>;
    readonly processes: ReadonlyMap<string, ProcessSign>;
  }>;
}

/** Fields of the hash: far more than the table makes with bounded labels; a new one beyond them is left out. */
const mostFields = 10_000;

/** A process that was killed is forgotten after this long. */
const forgottenMs = 600_000;

// KEYS: the hash. ARGV: most fields, then field and increment by turns. Whole numbers stay whole.
const addScript = `
local room = tonumber(ARGV[1]) - redis.call("HLEN", KEYS[1])
for at = 2, #ARGV, 2 do
  local isNew = redis.call("HEXISTS", KEYS[1], ARGV[at]) == 0
  if not isNew or room > 0 then
    if isNew then room = room - 1 end
    redis.call("HINCRBYFLOAT", KEYS[1], ARGV[at], ARGV[at + 1])
  end
end
return room
`;

export function createMetricStore(redis: Redis, prefix: string): MetricStore {
  const counts = `{${prefix}}:metrics`;
  const processes = `{${prefix}}:metrics:processes`;

  async function readProcesses(): Promise<Map<string, ProcessSign>> {
    const found = Object.entries(await redis.hgetall(processes));
    return new Map(found.map(([id, json]) => [id, JSON.parse(json) as ProcessSign]));
  }

  return {
    async flush(meter) {
      const drained = meter.drain();
      if (drained.size === 0) return;
      try {
        const pairs = [...drained].flatMap(([field, by]) => [field, String(by)]);
        await redis.eval(addScript, 1, counts, String(mostFields), ...pairs);
      } catch (error) {
        meter.restore(drained);
        throw error;
      }
    },
    async sign(process, sign) {
      const known = await readProcesses();
      const gone = [...known].filter(([, { at }]) => sign.at - at > forgottenMs).map(([id]) => id);
      if (gone.length > 0) await redis.hdel(processes, ...gone);
      await redis.hset(processes, process, JSON.stringify(sign));
    },
    async leave(process) {
      await redis.hdel(processes, process);
    },
    async read() {
      const [found, signs] = await Promise.all([redis.hgetall(counts), readProcesses()]);
      return { counts: found, processes: signs };
    },
  };
}
