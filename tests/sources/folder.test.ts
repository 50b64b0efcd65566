// The folder source: order, topics, limits, links, and what it says about what it cannot bring.
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFolder } from "../../src/sources/folder.ts";
import { isDocument, type SourceItem } from "../../src/sources/source.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mujaz-folder-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), content);
}

async function read(maxBytes?: number): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readFolder(dir, maxBytes === undefined ? {} : { maxBytes })) items.push(item);
  return items;
}

describe("readFolder", () => {
  it("brings every document in code-unit order of the paths, with the first folder as topic", async () => {
    await put("science/b.txt", "b");
    await put("science/deep/a.txt", "a");
    await put("economy/z.md", "z");
    await put("top.txt", "t");
    const items = (await read()).filter(isDocument);
    expect(items.map(({ path, topic, source }) => [source, path, topic])).toEqual([
      ["content", "economy/z.md", "economy"],
      ["content", "science/b.txt", "science"],
      ["content", "science/deep/a.txt", "science"],
      ["content", "top.txt", undefined],
    ]);
    expect(items.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(["z", "b", "a", "t"]);
    expect(items.every(({ modified }) => modified instanceof Date)).toBe(true);
  });

  it("skips dot files, dot folders and README files of any ending", async () => {
    await put(".hidden.txt", "x");
    await put(".git/a.txt", "x");
    await put("README.md", "x");
    await put("economy/readme.txt", "x");
    await put("economy/readme-first.txt", "x");
    expect((await read()).map(({ path }) => path)).toEqual(["economy/readme-first.txt"]);
  });

  it("names a file over the limit and reads one that just fits", async () => {
    await put("big.txt", "12345");
    await put("fits.txt", "1234");
    const [big, fits] = await read(4);
    expect(big).toMatchObject({
      path: "big.txt",
      reason: "it is too large: 5 bytes, at most 4 are read",
      kind: "file",
    });
    expect(fits).toHaveProperty("bytes");
  });

  it("names a binary file, and takes UTF-16 for the text that it is", async () => {
    await put("photo.txt", Uint8Array.of(0x89, 0x50, 0, 1));
    await put("utf16.txt", Uint8Array.of(0xff, 0xfe, 0x28, 0x06, 0x0a, 0x00));
    const [photo, utf16] = await read();
    expect(photo).toMatchObject({ path: "photo.txt", reason: "it is binary, not text" });
    expect(utf16).toHaveProperty("bytes");
  });

  it("enters a folder once however the links lead, and names a link that leads nowhere", async () => {
    await put("a/x.txt", "x");
    await symlink(dir, join(dir, "a", "loop"));
    await symlink(join(dir, "gone"), join(dir, "a", "broken.txt"));
    await symlink(join(dir, "self"), join(dir, "self"));
    expect((await read()).map((item) => [item.path, isDocument(item) ? "document" : item.reason])).toEqual([
      ["a/broken.txt", "it does not exist"],
      ["a/x.txt", "document"],
      ["self", "a symbolic link that leads back to itself"],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "names a file without permission and reads on (skipped as root)",
    async () => {
      await put("a.txt", "x");
      await put("b.txt", "x");
      await chmod(join(dir, "a.txt"), 0);
      expect(await read()).toMatchObject([{ path: "a.txt", reason: "permission denied" }, { path: "b.txt" }]);
    },
  );

  it("yields no document for a missing folder, and says so", async () => {
    dir = join(dir, "nowhere");
    expect(await read()).toEqual([
      {
        path: dir,
        kind: "folder",
        reason: "it does not exist",
        mend: "create it, or correct the link or the setting that names it",
      },
    ]);
  });
});
