// What the dashboard says of files that were not taken in: each fault that reading a folder can name has words of its own in the viewer's language.
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMessages } from "../../../src/messages/messages.ts";
import { createContentPanel } from "../../../src/web/dashboard/panels/content.ts";
import { fileTroubleOf } from "../../../src/web/dashboard/panels/fileTrouble.ts";
import { createView } from "../../../src/web/dashboard/view.ts";
import { runHere } from "../../cli/desk.ts";
import { tempDir } from "../../e2e/server.ts";
import { root } from "../../root.ts";

const future = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
const text = "فتحت المكتبة أبوابها بعد تجديد قاعاتها، وتضم القاعة الجديدة ركناً للأطفال."; // a library is renewed

/** Names of files with what stands in them, and what the dashboard says of them. */
const files: readonly (readonly [name: string, content: string | Uint8Array, said: string])[] = [
  ["ending.docx", text, "desk-file-ending"],
  ["binary.txt", Uint8Array.from([0, 1, 2, 0, 255, 0]), "desk-file-binary"],
  ["no-title.md", `---\nsource: صحيفة\n---\n\n${text}\n`, "desk-file-no-title"],
  ["no-text.txt", "تجديد المكتبة\n", "desk-file-no-text"],
  ["empty.txt", "\n", "desk-file-empty"],
  ["broken.json", '{ "title": "خبر", }', "desk-file-json"],
  ["open.md", `---\ntitle: خبر\n\n${text}\n`, "desk-file-front"],
  ["colon.md", `---\ntitle: خبر: خبر: خبر\n---\n\n${text}\n`, "desk-file-front"],
  ["field.md", `---\ntitle: خبر\nsuorce: صحيفة\n---\n\n${text}\n`, "desk-file-unknown-field"],
  ["date.md", `---\ntitle: خبر\ndate: أمس\n---\n\n${text}\n`, "desk-file-date"],
  ["topics.md", `---\ntitle: خبر\ntopics: { a: 1 }\n---\n\n${text}\n`, "desk-file-field"],
  ["list.json", "[]", "desk-file-body"],
  ["twice.json", JSON.stringify({ title: "خبر", text, paragraphs: [text] }), "desk-file-body"],
  ["future.md", `---\ntitle: تجديد المكتبة\ndate: ${future}\n---\n\n${text}\n`, "desk-file-future"],
];

describe("what the dashboard says of a file", () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let printed = "";
  beforeAll(async () => {
    dir = await tempDir();
    const content = join(dir.path, "content");
    await mkdir(content);
    for (const [name, bytes] of files) await writeFile(join(content, name), bytes);
    ({ stdout: printed } = await runHere(["ingest"], {
      env: { CONTENT_DIR: content, DATA_DIR: join(dir.path, "data") },
    }));
  });
  afterAll(() => dir.dispose());

  it.each(files)("%s is told by its own words", (name, _content, said) => {
    const line = printed.split("\n").find((one) => one.trim().startsWith(`${name}:`));
    const message = /^\s*[^:]+:\d+: (.*)$/.exec(line ?? "")?.[1];
    expect(message, printed).toBeDefined();
    expect(fileTroubleOf(message ?? "")).toBe(said);
  });

  it("is told in Arabic above the exact words, and to who reads English by these alone", async () => {
    const fault = { file: "x.md", line: 3, message: "front matter is not closed", mend: "close it with ---" };
    const counts = { rejected: 1, notes: 0 };
    const none = { new: 0, updated: 0, unchanged: 0, duplicate: 0, hidden: 0, notes: [] };
    const report = { at: "2026-11-27T07:00:00Z", ...none, counts, rejected: [fault] };
    const panel = createContentPanel({ contentReport: async () => report });
    const textOf = (locale: string): string =>
      readFileSync(join(root, "config", "messages", `${locale}.ftl`), "utf8");
    const messages = createMessages({ ar: textOf("ar"), en: textOf("en") }, "ar");
    const seen = { now: new Date(report.at), query: new URLSearchParams() };
    for (const locale of ["ar", "en"]) {
      const view = createView({ messages, zone: "UTC" }, { locale, ...seen });
      const { html } = await panel.render(view);
      expect(html.includes(view.say("desk-file-front").html), locale).toBe(locale === "ar");
      expect(html.split(fault.message), locale).toHaveLength(2);
    }
  });
});
