// Reads the file of a sendPhoto or sendDocument: an upload, an address, or a file id that is known.
import { ApiError, badRequest } from "./apiError.ts";
import type { Media } from "./chat.ts";
import { type Params, readText, Upload } from "./method.ts";
import type { World } from "./world.ts";

/** Bytes; https://core.telegram.org/bots/api#sending-files */
const most = {
  photo: { uploaded: 10 * 2 ** 20 },
  document: { uploaded: 50 * 2 ** 20 },
} as const;

/** The media of a message; bytes that came along are kept. */
export function readMedia(world: World, params: Params, type: Media["type"]): Media {
  const given = params[type];
  const text = readText(params, type).trim();
  const upload = given instanceof Upload ? given : attached(params, text);
  if (upload !== undefined) return keep(world, upload, type);
  if (text === "" || text.startsWith("attach://")) throw badRequest(`there is no ${type} in the request`);
  const known = world.files.get(text);
  if (known !== undefined) {
    if (known.media.type !== type) {
      throw badRequest(`can't use file of type ${title(known.media.type)} as ${title(type)}`);
    }
    return known.media;
  }
  return fetched(world, text, type);
}

function attached(params: Params, text: string): Upload | undefined {
  const part = text.startsWith("attach://") ? params[text.slice("attach://".length)] : undefined;
  return part instanceof Upload ? part : undefined;
}

const title = (type: Media["type"]): string => (type === "photo" ? "Photo" : "Document");

function keep(world: World, { fileName, mimeType, bytes }: Upload, type: Media["type"]): Media {
  if (bytes.byteLength === 0) throw badRequest("file must be non-empty");
  if (bytes.byteLength > most[type].uploaded) throw new ApiError(413, "Request Entity Too Large");
  if (type === "photo" && !isPicture(bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
  return world.keepFile({ type, fileName, mimeType }, bytes);
}

/** JPEG, PNG, GIF or WebP by their first bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\xFF\xD8\xFF|\x89PNG|GIF8|RIFF[\s\S]{4}WEBP)/.test(head);
}

/** Nothing is fetched: an address is good unless the test said otherwise. */
function fetched(world: World, text: string, type: Media["type"]): Media {
  if (!/^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(text) && !/^https?:\/\/(localhost|\[)/i.test(text)) {
    throw badRequest("wrong file identifier/HTTP URL specified");
  }
  const broken = world.brokenUrls.get(text);
  if (broken !== undefined) throw badRequest(broken);
  const fileName = decodeName(text);
  return { type, fileId: world.nextFileId(), url: text, size: 0, ...(fileName === "" ? {} : { fileName }) };
}

function decodeName(address: string): string {
  return URL.canParse(address) ? (new URL(address).pathname.split("/").at(-1) ?? "") : "";
}
