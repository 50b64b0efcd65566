// The chat page's own API: who sees which chat, who may do what there, and the chats that stand ready.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startPlayground } from "./server.ts";

const chats = [
  { type: "group", name: "group", title: "الجيران", members: [1, 2] },
  { type: "group", name: "forum", title: "المنتدى", topics: ["علوم"], members: [1, 2] },
  { type: "channel", name: "channel", title: "النشرة", members: [1, 2], bot: "left" },
] as const;

interface Line {
  readonly messageId: number;
  readonly text: string;
  readonly isMine: boolean;
  readonly sender?: { readonly name: string; readonly colour?: number };
  readonly answered?: { readonly name: string; readonly text: string };
  readonly service?: { readonly kind: string; readonly name: string };
}
interface View {
  readonly chats: readonly {
    readonly key: string;
    readonly topics: readonly { readonly thread: number }[];
  }[];
  readonly place: {
    readonly key: string;
    readonly kind: string;
    readonly bot?: string;
    readonly role?: string;
  };
  readonly messages: readonly Line[];
}

let server: Server;
let saved = "";
beforeAll(async () => {
  server = await startPlayground({
    chats,
    save: async (state) => {
      saved = state;
    },
  });
});
afterAll(() => server.close());

async function post(path: string, body: object): Promise<number> {
  const response = await fetch(`${server.address}/playground/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status;
}
const look = async (query: string, at: Server = server): Promise<View> =>
  (await fetch(`${at.address}/playground/api/chat?${query}`)).json() as Promise<View>;
const groupId = async (): Promise<number> => {
  const { result } = (await (
    await fetch(`${server.address}/bot42:playground/getUpdates?offset=-1`)
  ).json()) as { result: { message?: { chat: { id: number } } }[] };
  return result.at(-1)?.message?.chat.id ?? 0;
};

it("comes with a policy that runs no script but its own, and asks nobody else", async () => {
  const page = await fetch(`${server.address}/`);
  await page.text();
  expect(page.status).toBe(200);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

describe("the chats that a person sees", () => {
  it("are those they are in; others get their own chat instead", async () => {
    expect((await look("user=1")).chats.map(({ key }) => key)).toEqual(["group", "forum", "channel"]);
    expect((await look("user=3")).chats).toEqual([]);
    expect((await look("user=3&chat=group")).place).toMatchObject({ key: "", kind: "private" });
    expect((await look("user=2&chat=nosuch")).place.kind).toBe("private");
    expect((await look("user=2&chat=group")).place).toMatchObject({ key: "group", role: "member" });
  });

  it("name who said what, what it answers, and what is the person's own", async () => {
    await post("send", { user: 1, chat: "group", text: "/start" });
    const [first] = (await look("user=1&chat=group")).messages;
    await post("send", { user: 2, chat: "group", text: "نعم", replyTo: first?.messageId });
    const { messages } = await look("user=1&chat=group");
    expect(messages[0]).toMatchObject({ isMine: true, sender: { name: "ليلى", colour: 1 } });
    expect(messages[1]).toMatchObject({
      isMine: false,
      sender: { name: "سالم", colour: 2 },
      answered: { name: "ليلى", text: "/start" },
    });
  });

  it("keep a topic apart, and take an unknown one for the general", async () => {
    const [, forum] = (await look("user=1")).chats;
    const thread = forum?.topics[0]?.thread;
    await post("send", { user: 1, chat: "forum", thread, text: "في العلوم" });
    await post("send", { user: 1, chat: "forum", thread: 999, text: "في العام" });
    const texts = async (query: string) => (await look(query)).messages.map(({ text }) => text);
    expect((await texts(`user=2&chat=forum&thread=${thread}`)).at(-1)).toBe("في العلوم");
    expect(await texts("user=2&chat=forum")).toEqual(["في العام"]);
  });
});

describe("what the page's API refuses", () => {
  it.each([
    ["a member who seats the bot", "seat", { user: 2, chat: "group", bot: "absent" }],
    ["a seat that is none", "seat", { user: 1, chat: "group", bot: "creator" }],
    ["a seat in a private chat", "seat", { user: 1, bot: "absent" }],
    ["a member who writes as the group", "send", { user: 2, chat: "group", text: "أنا", isAnonymous: true }],
    ["a post in the channel", "send", { user: 1, chat: "channel", text: "خبر" }],
    ["a result that was never offered", "choose", { user: 1, chat: "group", queryId: "1", resultId: "1" }],
    ["a result for the channel", "choose", { user: 1, chat: "channel", queryId: "1", resultId: "1" }],
    ["a chat that nobody asked for", "share", { user: 1, button: "اختر", shared: "channel" }],
    ["a place without degrees", "locate", { user: 1, latitude: "31" }],
  ])("is %s", async (_what, path, body) => {
    const before = await look("user=1&chat=group");
    expect(await post(path, body)).toBe(400);
    expect(await look("user=1&chat=group")).toEqual(before);
  });
});

describe("the owner", () => {
  it("throws the bot out, which hears nothing after it, and brings it back as an administrator", async () => {
    await post("send", { user: 1, chat: "group", text: "/here" });
    const id = await groupId();
    await post("seat", { user: 1, chat: "group", bot: "absent" });
    const sent = await fetch(`${server.address}/bot42:playground/sendMessage?chat_id=${id}&text=x`);
    expect(await sent.json()).toMatchObject({ error_code: 403 });
    await post("seat", { user: 1, chat: "group", bot: "administrator" });
    const view = await look("user=2&chat=group");
    expect(view.place.bot).toBe("administrator");
    expect(view.messages.slice(-2).map(({ service }) => service?.kind)).toEqual(["gone", "came"]);
  });

  it("writes in the group's own name", async () => {
    await post("send", { user: 1, chat: "group", text: "إعلان", isAnonymous: true });
    expect((await look("user=2&chat=group")).messages.at(-1)?.sender).toEqual({ name: "الجيران" });
  });
});

it("finds the ready-made chats again after a restart, with what was said in them", async () => {
  const before = await look("user=1&chat=group");
  await server.playground.close();
  const next = await startPlayground({ chats, load: async () => saved });
  expect(await look("user=1&chat=group", next)).toEqual(before);
  await next.close();
});

describe("what else the page asks for", () => {
  it("is the newest messages, and those before them step by step", async () => {
    for (const text of ["واحد", "اثنان", "ثلاثة"]) await post("send", { user: 6, text });
    const newest = (await (
      await fetch(`${server.address}/playground/api/chat?user=6&last=2`)
    ).json()) as View & {
      hasOlder: boolean;
    };
    expect(newest.messages.map(({ text }) => text)).toEqual(["اثنان", "ثلاثة"]);
    expect(newest.hasOlder).toBe(true);
    const before = newest.messages[0]?.messageId;
    const older = (await (
      await fetch(`${server.address}/playground/api/older?user=6&before=${before}`)
    ).json()) as View;
    expect(older.messages.map(({ text }) => text)).toEqual(["واحد"]);
  });

  it("is a person whom the owner lets in, and nobody else does", async () => {
    expect(await post("invite", { user: 2, chat: "group", person: 4 })).toBe(400);
    expect(await post("invite", { user: 1, chat: "group", person: 4 })).toBe(200);
    const { messages, place } = await look("user=4&chat=group");
    expect(place).toMatchObject({ key: "group", role: "member" });
    expect(messages.at(-1)?.service).toEqual({ kind: "came", by: "ليلى", name: "يونس" });
  });
});
