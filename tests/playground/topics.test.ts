// Forum topics: messages that belong to them, and what is left when one is deleted.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ask, createEar } from "./ask.ts";
import { type Server, startPlayground } from "./server.ts";

let server: Server;
let hear: ReturnType<typeof createEar>;
let forum: { id: number; topics: Readonly<Record<string, number>> };
let thread: number;

beforeAll(async () => {
  server = await startPlayground();
  hear = createEar(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  forum = server.playground.makeGroup({ title: "ملتقى", topics: ["اقتصاد", "رياضة"] });
  thread = forum.topics["اقتصاد"] ?? 0;
  await hear();
});

const notFound = "400 Bad Request: message thread not found";
const send = (more: object) => ask(server, "sendMessage", { chat_id: forum.id, text: "خبر", ...more });

it("a message goes into its topic and says so", async () => {
  const sent = await send({ message_thread_id: thread });
  expect(sent).toMatchObject({
    message_thread_id: thread,
    is_topic_message: true,
    chat: { id: forum.id, is_forum: true },
  });
  await send({});
  expect(server.playground.transcriptOf(forum.id, thread).map(({ text }) => text)).toEqual(["", "خبر"]);
  expect(server.playground.transcriptOf(forum.id).at(-1)).not.toHaveProperty("thread");
});

it("an answer follows what it answers into the topic", async () => {
  const { message_id: id } = await send({ message_thread_id: thread });
  expect(await send({ reply_parameters: { message_id: id } })).toMatchObject({ message_thread_id: thread });
});

it("what a person says in a topic answers the message that opened it", async () => {
  server.playground.sayIn(forum.id, 1, "/subscribe", { thread });
  const [[, message] = []] = await hear();
  expect(message).toMatchObject({
    message_thread_id: thread,
    is_topic_message: true,
    reply_to_message: { message_id: thread, forum_topic_created: { name: "اقتصاد" } },
  });
});

it("a new topic is announced", async () => {
  const made = server.playground.createTopic(forum.id, "علوم");
  const [[kind, message] = []] = await hear();
  expect([kind, message.message_thread_id, message.forum_topic_created.name]).toEqual([
    "message",
    made,
    "علوم",
  ]);
  expect(await send({ message_thread_id: made })).toMatchObject({ message_thread_id: made });
});

it("a deleted topic takes its messages along and takes no more", async () => {
  const { message_id: id } = await send({ message_thread_id: thread });
  server.playground.deleteTopic(forum.id, thread);
  expect(await send({ message_thread_id: thread })).toBe(notFound);
  expect(server.playground.transcriptOf(forum.id, thread)).toEqual([]);
  expect(await ask(server, "editMessageText", { chat_id: forum.id, message_id: id, text: "x" })).toBe(
    "400 Bad Request: message to edit not found",
  );
});

it.each([
  ["General by the number 1", () => forum.id, 1],
  ["a number that no topic has", () => forum.id, 9999],
  ["any in a private chat", () => 1001, 2],
  ["any in a group without topics", () => server.playground.makeGroup({ title: "g" }).id, 2],
])("there is no topic: %s", async (_what, chat, id) => {
  const { playground } = server;
  playground.say(1, "x");
  expect(await send({ chat_id: chat(), message_thread_id: id })).toBe(notFound);
});
