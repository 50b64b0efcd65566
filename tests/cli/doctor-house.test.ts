// mujaz doctor on a store and its feeds: zones, sources and the price of paid sending, each broken by itself and found with its mend.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createRecomputing, openRecompute } from "../../src/processes/recomputation.ts";
import { createRegister, feedId } from "../../src/sources/register.ts";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";
import { type DoctorStand, type Finding, openDoctorStand } from "./doctorStand.ts";

const hourMs = 3_600_000;

describe.skipIf(!hasRedisServer)("mujaz doctor", () => {
  let stand: DoctorStand;
  let server: WebServer;
  const routes: Record<string, Route> = {};
  beforeAll(async () => {
    [stand, server] = await Promise.all([openDoctorStand(), startWebServer(routes)]);
  });
  afterAll(async () => {
    await stand.close();
    await server.close();
  });
  afterEach(async () => {
    await stand.main.flushall();
  });

  const found = ({ all }: { all: readonly Finding[] }, check: string): Finding | undefined =>
    all.find((one) => one.check === check);

  describe("on time zones", () => {
    const rooms = () => ({ main: stand.main, config: { env: { redisPrefix: "mujaz" } } });
    /** The nightly work as the clock does it, so long ago. */
    const workedOut = (hoursAgo: number): Promise<number | null> => {
      const at = new Date(Date.now() - hoursAgo * hourMs);
      return createRecomputing(rooms(), () => at).round();
    };

    it("is content before the first night, and after last night's", async () => {
      const fresh = await stand.doctor();
      expect([fresh.status, fresh.wrong]).toEqual([0, []]);
      expect(found(fresh, "zones")?.detail).toContain("not worked out anew yet");
      await workedOut(30);
      const after = await stand.doctor();
      expect([after.status, after.wrong]).toEqual([0, []]);
      expect(found(after, "zones")?.detail).toMatch(/due instants worked out at .* 0 readers looked at/);
      await stand.main.hset("{mujaz}:recompute", "endedMs", 0); // One that is under way.
      expect((await stand.doctor()).wrong).toEqual([]);
    });

    it.each([
      ["were last worked out three nights ago", 72, false, /worked out at 20/],
      ["were begun three nights ago, and never done", 72, true, /working out due instants since 20/],
    ])("warns where due instants %s, and a release may go on", async (_what, hoursAgo, isBroken, detail) => {
      await workedOut(hoursAgo);
      // What a clock leaves behind that is killed after its first step.
      if (isBroken) await stand.main.hset("{mujaz}:recompute", "endedMs", 0);
      expect((await openRecompute(rooms()).state()).startedMs).toBeGreaterThan(0);
      const { status, wrong } = await stand.doctor();
      expect(wrong).toEqual([
        {
          check: "zones",
          status: "warning",
          detail: expect.stringMatching(detail),
          mend: "Start a clock: `mujaz start clock`",
        },
      ]);
      expect(status).toBe(0);
      expect(await stand.lines()).toMatch(
        /^warn {2}zones .*\n {6}mend: Start a clock: `mujaz start clock`$/m,
      );
    });
  });

  describe("on feeds", () => {
    const names = { failing: "ضفاف", well: "منار" }; // invented outlets
    const read = (): Promise<unknown> => stand.mujaz("ingest");
    const good = (): Route => ({ body: rssOf(server.origin, [entryOf(1)]) });
    async function add(path: string, name: string): Promise<void> {
      routes[path] = good(); // A feed that cannot be read is not added.
      const added = await stand.mujaz("sources", "add", server.origin + path, "--name", name);
      expect(added).toMatchObject({ status: 0 });
    }

    it("names one that failed ten times in a row with its last error and that error's mend, and no other", async () => {
      await add("/well", names.well);
      await add("/failing", names.failing);
      routes["/failing"] = { status: 500 };
      await read();
      const id = feedId(`${server.origin}/failing`);
      const register = createRegister(stand.main, "mujaz", []);
      expect(await register.state(id)).toMatchObject({ failures: 1 });
      await register.change(id, { failures: 9 });
      const before = await stand.doctor();
      expect([before.status, before.wrong]).toEqual([0, []]);
      expect(found(before, "sources")?.detail).toBe("2 feeds, 1 read in the last day");
      await read();
      const { status, wrong } = await stand.doctor();
      expect(status).toBe(1);
      expect(wrong).toEqual([
        {
          check: "sources",
          status: "fault",
          detail: `${names.failing} failed 10 times in a row: their server is in trouble (500)`,
          mend: expect.stringMatching(/./),
        },
      ]);
      expect(await stand.lines()).toContain(`\n      mend: ${wrong[0]?.mend}\n`);
      // Once it can be read again the fault is gone.
      routes["/failing"] = good();
      await read();
      expect((await stand.doctor()).wrong).toEqual([]);
    });

    it("names one that its publisher removed, and how it is switched on again", async () => {
      const url = `${server.origin}/gone`;
      await add("/gone", names.failing);
      routes["/gone"] = { status: 410 };
      await read();
      const { status, wrong } = await stand.doctor();
      expect(status).toBe(1);
      expect(wrong).toEqual([
        {
          check: "sources",
          status: "fault",
          detail: `${names.failing} is off: it is gone for good (410)`,
          mend: `mujaz sources on ${feedId(url)}, or remove it`,
        },
      ]);
    });
  });

  describe("on paid sending", () => {
    const paid = ["paidBroadcast: false", "paidBroadcast: true"] as const;
    afterEach(async () => {
      stand.answer("getMyStarBalance", undefined);
      await stand.configure(...[paid[1], paid[0]]);
    });

    it("says what the next day costs, and finds a balance with which Telegram sends nothing", async () => {
      expect(found(await stand.doctor(), "paid")).toMatchObject({ status: "skipped" });
      await stand.configure(...paid);
      // The embedded Bot API knows no Stars, as older servers.
      const unknown = await stand.doctor();
      expect([unknown.status, unknown.wrong]).toEqual([0, []]);
      expect(found(unknown, "paid")?.detail).toMatch(/: 0 Stars for the next 24 h.*; balance unknown$/);
      stand.answer("getMyStarBalance", { ok: true, result: { amount: 100_000 } });
      const rich = await stand.doctor();
      expect([rich.status, rich.wrong]).toEqual([0, []]);
      expect(found(rich, "paid")?.detail).toMatch(/; 100000 Stars on the balance$/);
      stand.answer("getMyStarBalance", { ok: true, result: { amount: 99_999 } });
      const poor = await stand.doctor();
      expect(poor.status).toBe(1);
      expect(poor.wrong).toEqual([
        {
          check: "paid",
          status: "fault",
          detail: expect.stringMatching(/; 99999 Stars on the balance$/),
          mend: expect.stringMatching(
            /wants 100000 Stars.*@BotFather, or set delivery\.paidBroadcast: false/,
          ),
        },
      ]);
      expect(await stand.lines()).toMatch(/^FAULT paid .*\n {6}mend: Telegram wants 100000 Stars/m);
    });

    it("counts the readers who are due", async () => {
      await stand.configure(...paid);
      const inAnHour = Math.floor(Date.now() / 1000) + 3_600;
      const scores = Array.from({ length: 20_000 }, (_, index) => [inAnHour, `${index + 1}`]).flat();
      await stand.main.zadd("{mujaz}:due", ...scores);
      // At 970 a second they take 20.6 s, in which 619 are free.
      expect(found(await stand.doctor(), "paid")?.detail).toContain(
        "1939 Stars for the next 24 h, 1939 for the fullest slot",
      );
    });
  });
});
