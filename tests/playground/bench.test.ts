// The test bench by HTTP and by code: limits as Telegram has them, faults by name, and what the host offers.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PlaygroundHost } from "../../src/playground/host.ts";
import { Gauge, telegramLimits } from "../../src/playground/limits.ts";
import { ask } from "./ask.ts";
import { refusal, type Server, startPlayground } from "./server.ts";

let server: Server;
const moves: string[] = [];
let listener = (): void => {};
const host: PlaygroundHost = {
  deliver: async ({ chat, thread }) => {
    moves.push(`deliver ${chat} ${thread}`);
    return chat === 1001;
  },
  clock: {
    aheadMs: () => 3_600_000,
    async forward(stride, { chat }) {
      moves.push(`${stride} ${chat}`);
      listener();
      return true;
    },
    listen(heard) {
      listener = heard;
    },
  },
};
beforeAll(async () => {
  server = await startPlayground({ host });
  return () => server.close();
});
afterEach(async () => {
  server.playground.clearFaults();
  server.playground.limit(undefined);
});

async function http(method: string, path: string, body?: object): Promise<{ status: number; json: object }> {
  const response = await fetch(`${server.address}/playground/api/${path}`, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as object };
}

describe("Telegram's limits", () => {
  const said = (gauge: Gauge, chat: number, nowMs: number) => gauge.judge(chat, nowMs);

  it("let 30 messages through in any second, and the next one when the first of them is a second old", () => {
    const gauge = new Gauge(telegramLimits);
    for (let chat = 1; chat <= 30; chat += 1) expect(said(gauge, chat, 1000 + chat)).toBeUndefined();
    expect(said(gauge, 31, 1900)).toEqual({ why: "rate", retryAfter: 1 });
    expect(said(gauge, 31, 2000)).toEqual({ why: "rate", retryAfter: 1 });
    expect(said(gauge, 31, 2001)).toBeUndefined();
    expect(said(gauge, 32, 2001)).toEqual({ why: "rate", retryAfter: 1 });
  });

  it("let one message a second to a chat, and 20 a minute to a group, with the seconds that are left", () => {
    const gauge = new Gauge(telegramLimits);
    expect(said(gauge, 7, 0)).toBeUndefined();
    expect(said(gauge, 7, 999)).toEqual({ why: "chat", retryAfter: 1 });
    expect(said(gauge, 7, 1000)).toBeUndefined();
    for (let at = 0; at < 20; at += 1) expect(said(gauge, -7, at * 1000)).toBeUndefined();
    expect(said(gauge, -7, 21_000)).toEqual({ why: "group", retryAfter: 39 });
    expect(said(gauge, -7, 60_000)).toBeUndefined();
  });

  it("are off until somebody switches them on, by code or by HTTP, and are told as Telegram tells them", async () => {
    const { telegram } = server.client();
    const burst = () => [1, 2].map((at) => telegram.sendMessage(1001, `رسالة ${at}`));
    await Promise.all(burst());
    expect((await http("POST", "limits", {})).json).toMatchObject({ limits: telegramLimits });
    const [first, second] = burst();
    await first;
    expect(await refusal(second ?? Promise.resolve())).toEqual({
      code: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    // Typing is no message.
    expect(await ask(server, "sendChatAction", { chat_id: 1001, action: "typing" })).toBe(true);
    expect((await http("DELETE", "limits")).json).toMatchObject({ limits: null });
    await Promise.all(burst());
  });

  it("can be others, by number", async () => {
    await http("POST", "limits", { perChat: 2, perSecond: 2 });
    const answers = await Promise.all(
      [1, 2, 3].map(() => ask(server, "sendMessage", { chat_id: 1002, text: "س" })),
    );
    expect(answers.filter((answer) => typeof answer === "string")).toEqual([
      "429 Too Many Requests: retry after 1",
    ]);
    expect((await http("POST", "limits", { perChat: "many" })).status).toBe(400);
  });
});

describe("faults over HTTP", () => {
  const storm = {
    name: "storm",
    method: ["sendMessage", "SENDPHOTO"],
    kind: { type: "error", code: 502, description: "Bad Gateway" },
  };

  it("take the place of one with their name, strike the methods they name, and are taken back", async () => {
    await http("POST", "faults", storm);
    const { json } = await http("POST", "faults", { ...storm, kind: { ...storm.kind, code: 500 } });
    expect(json).toMatchObject({ faults: [{ name: "storm", kind: { code: 500 } }] });
    expect(await ask(server, "sendMessage", { chat_id: 1001, text: "س" })).toBe("500 Bad Gateway");
    expect(await ask(server, "sendPhoto", { chat_id: 1001 })).toBe("500 Bad Gateway");
    expect(await ask(server, "getMe")).toMatchObject({ username: "echo_bot" });
    expect((await http("DELETE", "faults/storm")).json).toMatchObject({ faults: [] });
    expect(await ask(server, "sendMessage", { chat_id: 1001, text: "س" })).toMatchObject({ text: "س" });
  });

  it("are cleared all at once, and those that are over are not listed", async () => {
    await http("POST", "faults", { ...storm, times: 1 });
    await ask(server, "sendMessage", { chat_id: 1001, text: "س" });
    expect((await http("GET", "faults")).json).toMatchObject({ faults: [] });
    await http("POST", "faults", { kind: { type: "delay", ms: 1 } });
    expect((await http("DELETE", "faults")).json).toMatchObject({ faults: [] });
  });

  it.each([
    [{}, /"kind"/],
    [{ kind: { type: "flood" } }, /one of error, reset, cut, delay/],
    [{ kind: { type: "error", code: 500 } }, /"description"/],
    [{ kind: { type: "reset" } }, /before/],
    [{ kind: { type: "delay" } }, /"ms"/],
    [{ kind: { type: "cut" }, chat: "1001" }, /"chat" is a number/],
    [{ kind: { type: "cut" }, method: 7 }, /"method"/],
    [{ kind: { type: "cut" }, chance: { of: 1 } }, /"seed"/],
    [{ kind: { type: "cut" }, name: 7 }, /"name"/],
  ])("%j is refused in words", async (fault, words) => {
    const { status, json } = await http("POST", "faults", fault);
    expect(status).toBe(400);
    expect((json as { error: string }).error).toMatch(words);
  });
});

describe("what the host offers", () => {
  it("is asked with the chat and the topic of who asks, and shown on the page", async () => {
    const forum = server.playground.makeGroup({ title: "المنتدى", topics: ["علوم"], members: [2] });
    const thread = forum.topics["علوم"] ?? 0;
    const { json: view } = await http("GET", "chat?user=1");
    expect(view).toMatchObject({ bench: { canDeliver: true, aheadMs: 3_600_000, faults: [], limits: null } });
    expect((await http("POST", "deliver", { user: 1 })).json).toEqual({ isDone: true });
    expect((await http("POST", "deliver", { user: 2, chat: String(forum.id), thread })).json).toEqual({
      isDone: false,
    });
    expect((await http("POST", "clock", { user: 3, by: "day" })).json).toEqual({ isDone: true });
    expect((await http("POST", "clock", { user: 3, by: "year" })).status).toBe(400);
    expect(moves).toEqual(["deliver 1001 null", `deliver ${forum.id} ${thread}`, "day 1003"]);
  });

  it("is refused where the host offers nothing, and the page does not show it", async () => {
    const bare = await startPlayground();
    const post = (path: string) => fetch(`${bare.address}/playground/api/${path}`, { method: "POST" });
    expect([(await post("deliver")).status, (await post("clock")).status]).toEqual([400, 400]);
    const view = (await (await fetch(`${bare.address}/playground/api/chat?user=1`)).json()) as {
      bench: object;
    };
    expect(view.bench).toEqual({ canDeliver: false, faults: [], limits: null });
    await bare.close();
  });
});
