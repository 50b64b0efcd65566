// Logging in with the token and leaving again.
import type { FastifyInstance } from "fastify";
import { readCookie, writeCookie } from "./cookies.ts";
import type { Frame } from "./frame.ts";
import { sessionSeconds } from "./sessions.ts";
import { loginHtml } from "./shell.ts";

export function registerLogin(
  app: FastifyInstance,
  frame: Pick<Frame, "sessions" | "isSecure" | "viewOf">,
): void {
  const { sessions, isSecure, viewOf } = frame;
  app.get("/login", async (request, reply) => {
    const known = readCookie(request.headers.cookie, "mujaz-session");
    if (sessions === undefined || (known !== undefined && (await sessions.isOpen(known))))
      return reply.redirect("/dashboard", 303);
    return reply.type("text/html; charset=utf-8").send(loginHtml(viewOf(request)));
  });

  app.post("/login", async (request, reply) => {
    if (sessions === undefined) return reply.redirect("/dashboard", 303);
    const view = viewOf(request);
    const token = request.body instanceof URLSearchParams ? (request.body.get("token") ?? "") : "";
    // The connection's other end: what a proxy says of those behind it can be made up.
    switch (await sessions.tryToken(token.trim(), request.socket.remoteAddress ?? "")) {
      case "wait":
        reply.code(429).header("retry-after", "60").type("text/html; charset=utf-8");
        return reply.send(loginHtml(view, "dash-login-wait"));
      case "wrong":
        return reply.code(403).type("text/html; charset=utf-8").send(loginHtml(view, "dash-login-wrong"));
      case "right":
        reply.header(
          "set-cookie",
          writeCookie("mujaz-session", await sessions.open(), { seconds: sessionSeconds, isSecure }),
        );
        return reply.redirect("/dashboard", 303);
    }
  });

  app.post("/logout", async (request, reply) => {
    const known = readCookie(request.headers.cookie, "mujaz-session");
    if (sessions !== undefined && known !== undefined) await sessions.close(known);
    reply.header("set-cookie", writeCookie("mujaz-session", "", { seconds: 0, isSecure }));
    return reply.redirect("/dashboard/login", 303);
  });
}
