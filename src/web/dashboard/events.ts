// /dashboard/events: panels that changed, as server-sent events.
import type { FastifyInstance } from "fastify";
import { openEventStream } from "../../runtime/eventStream.ts";
import { enter } from "./access.ts";
import type { Frame } from "./frame.ts";
import { pageIds } from "./pages.ts";
import type { PageId } from "./panel.ts";

/** Proxies close what is silent for a minute. */
const beatMs = 15_000;

const isPage = (id: string | null): id is PageId => pageIds.some((known) => known === id);

export function registerEvents(
  app: FastifyInstance,
  { live, sessions, viewOf }: Pick<Frame, "live" | "sessions" | "viewOf">,
): void {
  app.get("/events", { exposeHeadRoute: false }, (request, reply) => {
    const view = viewOf(request);
    const query = new URLSearchParams(view.query);
    const page = query.get("page");
    query.delete("page");
    if (!isPage(page)) return void reply.code(404).send({ error: "no such page" });
    const stop = live.listen({ page, locale: view.locale, query: query.toString() }, (shown) =>
      stream.send(`event: panel\ndata: ${JSON.stringify(shown)}\n\n`),
    );
    if (stop === undefined)
      return void reply.code(503).header("retry-after", "30").send({ error: "too many look on" });
    const asker = { address: request.socket.remoteAddress, headers: request.headers };
    // Panels come later than this.
    const stream = openEventStream(reply, {
      headers: { "x-accel-buffering": "no" },
      retryMs: 3_000,
      beatMs,
      // Who has left, in another window perhaps, sees nothing more.
      onBeat: () =>
        void enter(asker, sessions).then(
          (entry) => (entry === "in" ? undefined : stream.end()),
          () => undefined,
        ),
      onClose: stop,
    });
  });
}
