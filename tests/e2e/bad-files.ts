// A content folder at its worst, beside good files.
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { goodText } from "./bad-feeds.ts";

const markdown = (date: string, village: string): string =>
  `---\ntitle: ري البساتين في ${village}\ndate: ${date}\n---\n${goodText(village)}\n`;

/** Writes it into `dir`. Nothing in it is larger on the disk than it has to be: the huge file is sparse. */
export async function writeBadFiles(dir: string): Promise<void> {
  const put = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(dir, name), content);
  await mkdir(dir, { recursive: true });
  const huge = await open(join(dir, "huge.txt"), "w");
  await huge.truncate(300 * 1024 * 1024);
  await huge.close();
  await put("good.txt", `ري البساتين في الوادي\n\n${goodText("الوادي")}\n`);
  await put("photo.txt", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0));
  const utf16 = Buffer.from(`\uFEFFري البساتين في الهضبة\n\n${goodText("الهضبة")}\n`, "utf16le");
  await put("utf16.txt", utf16);
  await put("utf16-unmarked.txt", utf16.subarray(2));
  await put("empty.txt", "");
  await put("title-only.txt", "عنوان بلا نص\n"); // "a title without a text"
  await put("year-0.md", markdown("0000-01-01", "التل"));
  await put("hijri.md", markdown("1447-05-03", "السهل"));
  await put("future.md", markdown("2099-01-01", "الجبل"));
  await put("unreadable.md", markdown("غدا", "الساحل"));
  await put("deep.html", deepPage());
}

/** 4 MiB, nested 3,000 deep, with the article before the depths. */
function deepPage(): string {
  const head = `<!doctype html><html><head><title>ري البساتين في الغور</title></head><body><article><h1>ري البساتين في الغور</h1><p>${goodText("الغور")}</p></article>`;
  const depths = "<div>".repeat(3000);
  const filler = `<span class="x">.</span>`.repeat((4 * 1024 * 1024 - head.length - 9000) / 24);
  return `${head}${depths}${filler}`;
}
