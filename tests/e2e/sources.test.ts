// Feeds through the built command: added, read, and imported from standard input, with the exit statuses that scripts go by.
import { afterAll, beforeAll, expect, it } from "vitest";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { runHere } from "../cli/desk.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";
import { runMujaz } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const routes: Record<string, Route> = {};
let server: WebServer;
let config: FeedConfig;
beforeAll(async () => {
  server = await startWebServer(routes);
  config = await makeFeedConfig();
});
afterAll(async () => {
  await server.close();
  await config.dispose();
});

it.skipIf(!hasRedisServer)("adds a feed, reads it, and exits by what came of it", async () => {
  const mujaz = (...args: string[]) => runHere(args, { env: config.env });
  routes["/feed"] = { body: rssOf(server.origin, [entryOf(1)]) };
  const wrong = await mujaz("sources", "add", "http://10.0.0.1/rss");
  expect(wrong).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^mujaz: .*only public addresses.*\n {2}mend: /),
  });
  expect(await mujaz("sources", "add", `${server.origin}/feed`)).toMatchObject({ status: 0, stderr: "" });
  const read = await mujaz("ingest");
  expect(read).toMatchObject({ status: 0, stdout: expect.stringContaining("/feed): 1 new, 0 updated") });
  const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${server.origin}/feed"/></body></opml>`;
  const back = await runHere(["sources", "import-opml"], { env: config.env, input: opml });
  expect(back).toMatchObject({ status: 0, stdout: "0 added, 1 there already, 0 refused\n" });
  routes["/feed"] = { status: 500 };
  expect((await runMujaz(["ingest"], { env: config.env })).status).toBe(1);
});
