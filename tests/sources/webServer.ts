// A real HTTP server on 127.0.0.1 that plays publishers, well behaved and not, and counts who came.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from "node:net";

export type Route =
  | ((request: IncomingMessage, response: ServerResponse) => void)
  | {
      /** 200 when absent. */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Uint8Array;
    };

export interface Hit {
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface WebServer {
  /** "http://127.0.0.1:<port>" */
  readonly origin: string;
  readonly port: number;
  /** Every request, in order of arrival. */
  readonly hits: readonly Hit[];
  /** How many connections were opened. */
  readonly connections: () => number;
  /** Resolves when the connection that is open now, and every other, has ended. */
  readonly idle: () => Promise<void>;
  close(): Promise<void>;
}

/** Answers by path, without the query; a path that has no route is 404. Routes may be changed while it runs. */
export async function startWebServer(routes: Record<string, Route>): Promise<WebServer> {
  const hits: Hit[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    hits.push({ path, headers: request.headers });
    const route = routes[path.split("?")[0] ?? ""] ?? { status: 404, body: "nothing here" };
    if (typeof route === "function") return route(request, response);
    const { status = 200, headers = {}, body = "" } = route;
    for (const [name, value] of Object.entries(headers))
      response.setHeader(name, typeof value === "string" ? value : [...value]);
    response.writeHead(status).end(body);
  });
  return { hits, ...(await listen(server)) };
}

/** A server that speaks whatever it likes: the bytes go out once the client has sent something. */
export async function startRawServer(
  answer: string | ((socket: Socket) => void),
): Promise<Omit<WebServer, "hits">> {
  const server = createNetServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => (typeof answer === "string" ? socket.end(answer, "latin1") : answer(socket)));
  });
  return listen(server);
}

async function listen(server: Server): Promise<Omit<WebServer, "hits">> {
  const open = new Set<Socket>();
  let connections = 0;
  let wake = (): void => {};
  server.on("connection", (socket: Socket) => {
    connections++;
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    async idle() {
      while (open.size > 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
