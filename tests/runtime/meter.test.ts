// Counting: what a process counts, what Redis adds up, and what a scrape shows of it.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expose, toExposed } from "../../src/runtime/exposition.ts";
import { createMeter } from "../../src/runtime/meter.ts";
import { createMetricStore } from "../../src/runtime/metricStore.ts";
import { counted } from "../../src/runtime/metrics.ts";
import { startRedis, type TestRedis } from "../redis.ts";

/** What a scrape says of one metric, without comments. */
async function shown(counts: ReadonlyMap<string, number>, name: string): Promise<string[]> {
  const fields = Object.fromEntries([...counts].map(([field, by]) => [field, String(by)]));
  const text = await expose(toExposed(fields).filter((each) => each.name === name));
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("a meter", () => {
  it("counts by labels, and a drain takes all away", async () => {
    const meter = createMeter();
    meter.count("mujaz_updates_total", { type: "message" });
    meter.count("mujaz_updates_total", { type: "message" }, 2);
    meter.count("mujaz_updates_total", { type: "other" });
    const drained = meter.drain();
    expect(await shown(drained, "mujaz_updates_total")).toEqual([
      'mujaz_updates_total{type="message"} 3',
      'mujaz_updates_total{type="other"} 1',
    ]);
    expect(meter.drain().size).toBe(0);
    meter.restore(drained);
    meter.count("mujaz_updates_total", { type: "other" });
    expect(await shown(meter.drain(), "mujaz_updates_total")).toContain(
      'mujaz_updates_total{type="other"} 2',
    );
  });

  it("puts a value into the first bucket whose bound it does not pass, and above all into +Inf", async () => {
    const meter = createMeter();
    for (const value of [0.0005, 0.0006, 2]) meter.observe("mujaz_summary_duration_seconds", {}, value);
    const lines = await shown(meter.drain(), "mujaz_summary_duration_seconds");
    expect(lines).toEqual([
      'mujaz_summary_duration_seconds_bucket{le="0.0005"} 1',
      ...[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1].map(
        (le) => `mujaz_summary_duration_seconds_bucket{le="${le}"} 2`,
      ),
      'mujaz_summary_duration_seconds_bucket{le="+Inf"} 3',
      "mujaz_summary_duration_seconds_sum 2.0011",
      "mujaz_summary_duration_seconds_count 3",
    ]);
  });

  it("gives any values as a histogram whose buckets rise to the count", async () => {
    const values = fc.array(fc.double({ min: 0, max: 100_000, noNaN: true }), {
      minLength: 1,
      maxLength: 50,
    });
    await fc.assert(
      fc.asyncProperty(values, async (all) => {
        const meter = createMeter();
        for (const value of all) meter.observe("mujaz_digest_delay_seconds", {}, value);
        const lines = await shown(meter.drain(), "mujaz_digest_delay_seconds");
        const counts = lines
          .filter((line) => !line.includes("_sum"))
          .map((line) => Number(line.split(" ").at(-1)));
        const bounds = [...counted.mujaz_digest_delay_seconds.buckets, Number.POSITIVE_INFINITY];
        const expected = bounds.map((bound) => all.filter((value) => value <= bound).length);
        expect(counts).toEqual([...expected, all.length]);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps no more than 200 series of one metric: the others are one", async () => {
    const meter = createMeter();
    for (let index = 0; index < 1_000; index += 1) {
      meter.count("mujaz_source_polls_total", { source: `s${index}`, outcome: "read" });
    }
    const lines = await shown(meter.drain(), "mujaz_source_polls_total");
    expect(lines).toHaveLength(201);
    expect(lines).toContain('mujaz_source_polls_total{source="other",outcome="other"} 800');
  });

  it("lets no label take the text of a scrape apart", async () => {
    const meter = createMeter();
    meter.count("mujaz_source_polls_total", { source: `a\tb\n"c"\\ ${"d".repeat(90)}`, outcome: "read" });
    const lines = await shown(meter.drain(), "mujaz_source_polls_total");
    expect(lines).toEqual([
      expect.stringMatching(/^mujaz_source_polls_total\{source="a_b_\\"c\\"\\\\_d+",outcome="read"\} 1$/),
    ]);
    expect(lines[0]?.length).toBeLessThan(120);
  });
});

describe("metrics in Redis", () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  it("are the sum of what all processes counted, fractions too", async () => {
    const store = createMetricStore(redis.connect(), "sum");
    const [web, worker] = [createMeter(), createMeter()];
    for (const meter of [web, worker, web]) {
      meter.count("mujaz_sends_total", { purpose: "digest", outcome: "sent" }, 2);
      meter.observe("mujaz_summary_duration_seconds", {}, 0.25);
      await store.flush(meter);
    }
    await store.flush(web);
    const { counts } = await store.read();
    const text = await expose(toExposed(counts));
    expect(text).toContain('mujaz_sends_total{purpose="digest",outcome="sent"} 6\n');
    expect(text).toContain("mujaz_summary_duration_seconds_sum 0.75\n");
    expect(text).toContain("mujaz_claimed_slots_total 0\n");
  });

  it("are not lost when Redis refuses them for a while", async () => {
    const client = redis.connect();
    const store = createMetricStore(client, "lost");
    const meter = createMeter();
    meter.count("mujaz_claimed_slots_total", {}, 5);
    await client.set("{lost}:metrics", "of another kind");
    await expect(store.flush(meter)).rejects.toThrow(/WRONGTYPE/);
    await client.del("{lost}:metrics");
    await store.flush(meter);
    expect((await store.read()).counts).toEqual({ mujaz_claimed_slots_total: "5" });
  });

  it("never grow beyond 10,000 fields, whoever counts what: what is known goes on", async () => {
    const client = redis.connect();
    await client.hset(
      "{full}:metrics",
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x${at}`, "1"])),
    );
    const store = createMetricStore(client, "full");
    await store.flush({
      drain: () =>
        new Map([
          ["x1", 1],
          ["y", 1],
        ]),
      restore: () => undefined,
    });
    expect(await client.hlen("{full}:metrics")).toBe(10_000);
    expect(await client.hget("{full}:metrics", "x1")).toBe("2");
  });

  it("forget a process that gave no sign for ten minutes, and one that leaves at once", async () => {
    const store = createMetricStore(redis.connect(), "signs");
    const sign = { roles: ["web"], residentBytes: 1, lagSeconds: 0 };
    await store.sign("killed", { ...sign, at: 1_000 });
    await store.sign("ended", { ...sign, at: 2_000 });
    await store.leave("ended");
    expect([...(await store.read()).processes.keys()]).toEqual(["killed"]);
    await store.sign("new", { ...sign, at: 601_001 });
    expect([...(await store.read()).processes.keys()]).toEqual(["new"]);
  });
});
