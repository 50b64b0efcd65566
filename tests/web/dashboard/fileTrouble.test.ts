// What the dashboard says of files that were not taken in: each fault that reading a folder can name has words of its own in the viewer's language.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileTroubleOf } from "../../../src/web/dashboard/panels/fileTrouble.ts";
import { runHere } from "../../cli/desk.ts";
import { tempDir } from "../../e2e/server.ts";

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
});
