// A clock that is killed in the middle of reading a feed: another clock reads it within a minute of the lease's end.
import { cp, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";
import { startWebServer } from "../sources/webServer.ts";

const leaseSeconds = 60;
const minuteSeconds = 60;

describe.skipIf(!hasRedisServer)("a clock that was killed while it read a feed", () => {
  let server: TestRedis;
  let dir: Awaited<ReturnType<typeof tempDir>>;
  beforeAll(async () => {
    server = await startRedisServer();
    dir = await tempDir();
  });
  afterAll(async () => {
    await server.close();
    await dir.dispose();
  });

  it("leaves the feed to another one, and its article comes once", { timeout: 400_000 }, async () => {
    const item = `<item><title>قافلة طبية تصل إلى الواحة</title><link>https://news.example/1</link><pubDate>Mon, 03 Nov 2025 08:00:00 GMT</pubDate><description>وصلت قافلة طبية إلى الواحة صباح اليوم. وتستقبل القافلة المرضى ثلاثة أيام.</description></item>`; // a medical convoy
    const body = `<rss version="2.0"><channel><title>نشرة</title>${item}</channel></rss>`;
    const asked: { readonly at: number; readonly response: ServerResponse }[] = [];
    const web = await startWebServer({
      "/rss": (_request, response) => {
        asked.push({ at: performance.now(), response });
        response.writeHead(200, { "content-type": "application/rss+xml" });
        // The first reader never gets more than the half.
        if (asked.length === 1) response.write(body.slice(0, body.length >> 1));
        else response.end(body);
      },
    });
    const config = join(dir.path, "config");
    await cp(join(root, "config"), config, { recursive: true });
    const feeds = [{ url: `${web.origin}/rss`, name: "صحيفة الواحة", fullText: "never" }];
    const sources = { feeds, allowHosts: [`127.0.0.1:${web.port}`], pauseSeconds: 0 };
    await writeFile(join(config, "sources.yaml"), JSON.stringify(sources)); // JSON is YAML.
    const redis = server.connect();
    const env = {
      CONFIG_DIR: config,
      CONTENT_DIR: join(root, "content"),
      DATA_DIR: join(dir.path, "data"),
      REDIS_URL: redis.options.path ?? "",
      REDIS_PREFIX: "killed",
    };

    const killed = await startMujaz(env, ["clock"]);
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(1);
    await killed.kill();
    const killedAt = performance.now();
    const other = await startMujaz(env, ["clock"]);
    await expect.poll(() => asked.length, { timeout: 300_000, interval: 500 }).toBe(2);
    const waited = ((asked[1]?.at ?? 0) - killedAt) / 1000;
    console.log(`read again ${waited.toFixed(1)} s after the kill`);
    expect(waited).toBeLessThan(leaseSeconds + minuteSeconds + 5);
    await expect.poll(() => other.output().includes('"event":"source.read"'), { timeout: 20_000 }).toBe(true);
    const ids = await redis.hvals("{killed}:articles:ids");
    const origins = await Promise.all(
      [...new Set(ids)].map(async (number) => (await redis.hget(`{killed}:article:${number}`, "json")) ?? ""),
    );
    expect(origins.filter((json) => json.includes("قافلة طبية تصل إلى الواحة"))).toHaveLength(1);
    expect(await other.stop()).toBe(0);
    await web.close();
  });
});
