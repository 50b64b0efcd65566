// No secret, word or name of a reader or an operator is printed by a process that does everything; the long suite has more processes and worse days.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { letterOf } from "../../src/subscribers/fields.ts";
import { startBadTelegram } from "./badTelegram.ts";
import { linesOf, marks, message, person, seenIn, token, updates, words } from "./marked.ts";
import { dashboardFlow, operatorId, operatorUpdates } from "./operatorFlows.ts";
import { startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasRedisServer)("a process that does everything", () => {
  it("prints no secret, no word and no name of readers and operators, at its most talkative", async () => {
    const [telegram, dir] = await Promise.all([startBadTelegram(), tempDir()]);
    const content = join(dir.path, "content", "culture");
    await mkdir(content, { recursive: true });
    await writeFile(
      join(content, "library.txt"),
      "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها.\n",
    ); // a library is renewed
    const mujaz = await startMujaz({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.root,
      CONTENT_DIR: join(dir.path, "content"),
      DATA_DIR: join(dir.path, "data"),
      DASHBOARD_TOKEN: marks.dashboardToken,
      ADMIN_IDS: operatorId,
      LOG_LEVEL: "trace",
      SEND_RATE: "0",
    });
    try {
      const all = [...updates(), ...operatorUpdates(1)];
      // Bad answers to messages with marked words: they quote them.
      telegram.plan(["html", "entities", "forbidden"], new RegExp(marks.text));
      for (const one of all) telegram.push(one);
      const handled = (): ReadonlySet<unknown> =>
        new Set(
          linesOf(mujaz.output()).flatMap(({ event, update }) =>
            event === "update.handled" ? [update] : [],
          ),
        );
      const open = (): readonly object[] => all.filter(({ update_id: id }) => !handled().has(id));
      await expect.poll(open, { timeout: 40_000 }).toEqual([]);
      // A record that cannot be read, for a word of the reader's in it.
      await damage(join(dir.path, "data", "redis.sock"));
      const last = message(`/settings ${words}`);
      telegram.push(last);
      await expect.poll(() => [...handled()], { timeout: 20_000 }).toContain(last.update_id);
      const statuses = await dashboardFlow(mujaz.address);
      expect(statuses.slice(0, 2)).toEqual([403, 303]);
      const lines = linesOf(mujaz.output());
      await mujaz.stop();
      expect(seenIn(mujaz.output())).toEqual([]);
      // It was there: messages with the marked words were sent, the dashboard acted, and some of it failed.
      expect(telegram.sent.filter((text) => text.includes(marks.text)).length).toBeGreaterThan(3);
      const failed = lines.find(
        ({ event, update }) => event === "handler.failed" && update === last.update_id,
      );
      expect(failed).toMatchObject({ err: { message: 'The record of a reader holds no readable "times"' } });
      const events = new Set(lines.map(({ event }) => event));
      for (const event of ["reply.not-sent", "dashboard.did"]) expect([...events]).toContain(event);
    } finally {
      await mujaz.stop();
      await telegram.close();
      await dir.dispose();
    }
  });
});

/** Makes the reader's record unreadable, by the reader's own words. */
async function damage(socket: string): Promise<void> {
  const client = new Redis(socket);
  const records = Object.entries(await client.hgetall("{mujaz}:records"));
  for (const [number, record] of records) {
    const isTheirs = record.split("\n").includes(`${letterOf("chat")}${person.id}`);
    if (isTheirs)
      await client.hset("{mujaz}:records", number, `${record}\n${letterOf("times")}[${marks.text}`);
  }
  client.disconnect();
}
