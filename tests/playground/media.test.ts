// Photos and documents: by address and as bytes, with captions; bytes can be read back by a test.
import { Input, type Telegraf } from "telegraf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./ask.ts";
import { refusal, type Server, startPlayground, token } from "./server.ts";

let server: Server;
let bot: Telegraf;
const chat = 1001;

beforeAll(async () => {
  server = await startPlayground();
  bot = server.client();
});
afterAll(() => server.close());

const photo = (more: object) => ask(server, "sendPhoto", { chat_id: chat, ...more });
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

describe("sendPhoto", () => {
  it("shows the picture at an address, with a caption", async () => {
    const url = "https://example.com/lead.jpg";
    const sent = await photo({ photo: url, caption: "<b>عنوان</b> /a42", parse_mode: "HTML" });
    expect(sent).toMatchObject({
      photo: [{ file_id: expect.any(String) }],
      caption: "عنوان /a42",
      caption_entities: [{ type: "bold" }, { type: "bot_command", offset: 6 }],
    });
    expect(sent).not.toHaveProperty("text");
    expect(server.playground.transcript(1).at(-1)).toMatchObject({ text: "عنوان /a42", media: { url } });
  });

  it("takes bytes, and again by their file id", async () => {
    const { photo: sizes } = await bot.telegram.sendPhoto(chat, Input.fromBuffer(png, "a.png"));
    const id = sizes.at(-1)?.file_id;
    await photo({ photo: id });
    const last = server.playground.transcript(1).at(-1);
    expect(Buffer.from(last === undefined ? [] : (server.playground.fileOf(last)?.bytes ?? []))).toEqual(png);
    expect(await ask(server, "getFile", { file_id: id })).toMatchObject({ file_size: png.length });
    expect(await ask(server, "sendDocument", { chat_id: chat, document: id })).toBe(
      "400 Bad Request: can't use file of type Photo as Document",
    );
  });

  it.each([
    [{}, "there is no photo in the request"],
    [{ photo: "attach://missing" }, "there is no photo in the request"],
    [{ photo: "no address" }, "wrong file identifier/HTTP URL specified"],
    [{ photo: "ftp://example.com/a.jpg" }, "wrong file identifier/HTTP URL specified"],
    [{ photo: "https://example.com/gone.jpg" }, "failed to get HTTP URL content"],
    [{ photo: "https://example.com/page.html" }, "wrong type of the web page content"],
    [
      { photo: "https://example.com/a.jpg", caption: "<x>", parse_mode: "HTML" },
      'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
    [{ photo: "https://example.com/a.jpg", caption: "م".repeat(1025) }, "message caption is too long"],
  ])("refuses %j", async (params, words) => {
    server.playground.breakUrl("https://example.com/gone.jpg");
    server.playground.breakUrl("https://example.com/page.html", "type");
    expect(await photo(params)).toBe(`400 Bad Request: ${words}`);
  });

  it("measures the caption after its entities are read", async () => {
    const caption = `<b>${"م".repeat(1024)}</b>`;
    expect(await photo({ photo: "https://example.com/a.jpg", caption, parse_mode: "HTML" })).toBeTypeOf(
      "object",
    );
  });

  it.each([
    ["no picture", Buffer.from("text"), "IMAGE_PROCESS_FAILED"],
    ["nothing", Buffer.alloc(0), "file must be non-empty"],
  ])("refuses %s", async (_what, bytes, words) => {
    const call = bot.telegram.sendPhoto(chat, Input.fromBuffer(bytes, "a.png"));
    expect(await refusal(call)).toEqual({ code: 400, description: `Bad Request: ${words}` });
  });
});

it.each([
  ["photo", "sendPhoto", 10],
  ["document", "sendDocument", 50],
] as const)("a %s by %s may have %i MB, and not a byte more", async (type, method, most) => {
  const size = most * 2 ** 20;
  const upload = async (bytes: number): Promise<unknown> => {
    const form = new FormData();
    form.set("chat_id", String(chat));
    form.set(type, new Blob([png, new Uint8Array(bytes - png.length)]), "a.png");
    return (await fetch(`${server.address}/bot${token}/${method}`, { method: "POST", body: form })).json();
  };
  expect(await upload(size)).toMatchObject({ ok: true });
  expect(await upload(size + 1)).toEqual({
    ok: false,
    error_code: 413,
    description: "Request Entity Too Large",
  });
});

describe("sendDocument", () => {
  it("keeps the bytes and their name for the test to read", async () => {
    const line = Buffer.from(`${JSON.stringify({ chat, topics: ["economy"], follow: ["الطاقة"] })}\n`);
    const sent = await bot.telegram.sendDocument(chat, Input.fromBuffer(line, "mydata.jsonl"), {
      caption: "بياناتك",
    });
    expect(sent).toMatchObject({
      document: { file_name: "mydata.jsonl", file_size: line.length },
      caption: "بياناتك",
    });
    const message = server.playground.transcript(1).at(-1);
    const file = message === undefined ? undefined : server.playground.fileOf(message);
    expect(file?.media.fileName).toBe("mydata.jsonl");
    expect(Buffer.from(file?.bytes ?? [])).toEqual(line);
  });

  it("takes files over the size of ordinary requests", async () => {
    const bytes = Buffer.alloc(3 * 2 ** 20, 7);
    const sent = await bot.telegram.sendDocument(chat, Input.fromBuffer(bytes, "big.bin"));
    expect(sent.document.file_size).toBe(bytes.length);
  });

  it("wants a document", async () => {
    expect(await ask(server, "sendDocument", { chat_id: chat })).toBe(
      "400 Bad Request: there is no document in the request",
    );
  });
});

describe("edits of media", () => {
  it("change the caption, never the text, and the other way round", async () => {
    const { message_id } = await photo({ photo: "https://example.com/a.jpg", caption: "one" });
    const edit = (method: string, more: object) =>
      ask(server, method, { chat_id: chat, message_id, ...more });
    expect(await edit("editMessageText", { text: "x" })).toBe(
      "400 Bad Request: there is no text in the message to edit",
    );
    expect(await edit("editMessageCaption", { caption: "two" })).toMatchObject({ caption: "two" });
    expect(await edit("editMessageCaption", { caption: "two" })).toMatch(/message is not modified/);
    expect(await edit("editMessageCaption", { caption: "م".repeat(1025) })).toBe(
      "400 Bad Request: MEDIA_CAPTION_TOO_LONG",
    );
    const text = await ask(server, "sendMessage", { chat_id: chat, text: "x" });
    expect(await edit("editMessageCaption", { message_id: text.message_id, caption: "y" })).toBe(
      "400 Bad Request: there is no caption in the message to edit",
    );
  });
});
