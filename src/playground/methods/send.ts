// sendMessage, sendPhoto, sendDocument, copyMessage, getFile, sendChatAction.
import { reach } from "../access.ts";
import { badRequest } from "../apiError.ts";
import { checkCaption, mostUnits, readCaption, readFormatted } from "../formatted.ts";
import { readLinkPreview } from "../linkPreview.ts";
import { readMarkup } from "../markup.ts";
import { type Method, readNumber, readText } from "../method.ts";
import { apiMessage } from "../render.ts";
import { openSending } from "../sending.ts";
import { readMedia } from "../uploads.ts";

export const sendMessage: Method = (world, params) => {
  // What is said is read before whom it is for, as Telegram does.
  const formatted = readFormatted(params);
  const linkPreview = readLinkPreview(params);
  const markup = readMarkup(params);
  const { chat, base } = openSending(world, params, "text messages", markup);
  if (formatted.text.length > mostUnits) throw badRequest("message is too long");
  const message = world.add(chat, {
    ...base,
    ...formatted,
    ...(linkPreview === undefined ? {} : { linkPreview }),
  });
  return apiMessage(world, chat, message);
};

const createSendMedia =
  (type: "photo" | "document"): Method =>
  (world, params) => {
    const caption = readCaption(params);
    const markup = readMarkup(params);
    const media = readMedia(world, params, type);
    const { chat, base } = openSending(world, params, type === "photo" ? "photos" : "documents", markup);
    checkCaption(caption);
    return apiMessage(world, chat, world.add(chat, { ...base, ...caption, media }));
  };

export const sendPhoto = createSendMedia("photo");
export const sendDocument = createSendMedia("document");

/** Gives only the id of the new message. */
export const copyMessage: Method = (world, params) => {
  const markup = readMarkup(params);
  const newCaption = params["caption"] === undefined ? undefined : readCaption(params);
  const id = readNumber(params, "message_id", 0);
  const from = reach(world, params, "read", "from_chat_id");
  const original = from.messages.find(({ messageId }) => messageId === id);
  if (original === undefined) throw badRequest("message to copy not found");
  if (original.service !== undefined || original.isProtected === true) {
    throw badRequest("message can't be copied");
  }
  const { text, entities, media, location, linkPreview } = original;
  const content = media === undefined ? "text messages" : media.type === "photo" ? "photos" : "documents";
  const { chat, base } = openSending(world, params, content, markup);
  const copied = media !== undefined && newCaption !== undefined ? newCaption : { text, entities };
  if (media !== undefined) checkCaption(copied);
  const { messageId } = world.add(chat, {
    ...base,
    ...copied,
    ...(media === undefined ? {} : { media }),
    ...(location === undefined ? {} : { location }),
    ...(linkPreview === undefined ? {} : { linkPreview }),
  });
  return { message_id: messageId };
};

export const getFile: Method = (world, params) => {
  const id = readText(params, "file_id");
  if (id === "") throw badRequest("file_id not specified");
  const file = world.files.get(id);
  if (file === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
  return { file_id: id, file_unique_id: `u-${id}`, file_size: file.media.size, file_path: `files/${id}` };
};

const actions = new Set(
  [
    "typing upload_photo record_video upload_video record_voice upload_voice record_audio upload_audio",
    "upload_document choose_sticker find_location record_video_note upload_video_note cancel",
  ].flatMap((names) => names.split(" ")),
);

export const sendChatAction: Method = (world, params) => {
  const action = readText(params, "action").toLowerCase();
  if (!actions.has(action)) throw badRequest("wrong parameter action in request");
  const chat = reach(world, params, "write");
  if (action === "typing") world.tell(chat.id, { type: "typing" });
  return true;
};
