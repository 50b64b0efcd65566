// A feed that is added by command while the playground runs is read within a minute, by itself.
import { expect, it } from "vitest";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { makeFeedConfig } from "../feedConfig.ts";
import { type Route, startWebServer } from "../sources/webServer.ts";
import { bare, openChat } from "./chat.ts";
import { runMujaz, startMujaz } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

it.skipIf(!hasRedisServer)("comes into /latest within a minute of being added", async () => {
  const routes: Record<string, Route> = {};
  const server = await startWebServer(routes);
  const config = await makeFeedConfig();
  const title = "خطة جديدة لمياه القرى"; // "a new plan for the villages' water"
  routes["/feed"] = { body: rssOf(server.origin, [entryOf(1, { title })]) };
  const mujaz = await startMujaz(config.env);
  try {
    expect(mujaz.output()).toContain("Feeds: none yet. Add one: mujaz sources add");
    const added = await runMujaz(["sources", "add", `${server.origin}/feed`, "--name", "وكالة ضفاف"], {
      env: config.env,
    }); // an invented agency
    expect(added).toMatchObject({ status: 0, stderr: "" });
    // A minute to the next round, and some seconds to read it.
    await expect
      .poll(() => server.hits.filter(({ path }) => path === "/feed").length, {
        timeout: 65_000,
        interval: 200,
      })
      .toBe(2);
    const chat = openChat(mujaz.address);
    await expect
      .poll(async () => bare((await chat.ask("/latest")).text), { timeout: 10_000, interval: 500 })
      .toContain(title);
  } finally {
    await mujaz.stop();
  }
  const again = await startMujaz(config.env);
  expect(again.output()).toContain("Feeds: 1 read\n");
  await again.stop();
  await server.close();
  await config.dispose();
});
