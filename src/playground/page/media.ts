// What a message holds besides words: a picture, a file, a place. Nothing is fetched from elsewhere.
import type { Message } from "./contract.ts";
import { make } from "./dom.ts";
import { words } from "./words.ts";

function makePicture(src: string, alt: string): HTMLElement {
  const picture = make("img", { class: "picture", src, alt, loading: "lazy" });
  // Uploaded bytes do not outlive the server.
  picture.addEventListener("error", () => picture.replaceWith(makeFile(words.photo)));
  return picture;
}

const makeFile = (name: string): HTMLElement =>
  make(
    "div",
    { class: "file" },
    make("span", { class: "file-sign", "aria-hidden": "true" }),
    make("bdi", {}, name),
  );

/** A sheet of streets with a pin: maps come from elsewhere, and this page asks nobody. */
function makePlace({ latitude, longitude }: { latitude: number; longitude: number }): HTMLElement {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return make(
    "figure",
    { class: "place" },
    make("div", { class: "map", "aria-hidden": "true" }, make("span", { class: "pin" })),
    make("figcaption", {}, words.place, " ", make("bdi", { dir: "ltr" }, where)),
  );
}

/** The parts above the text, if any. A picture's words are those that it was sent with: of itself it says nothing. */
export function makeMedia({ media, location, text }: Message): HTMLElement[] {
  if (location !== undefined) return [makePlace(location)];
  if (media === undefined) return [];
  if (media.type === "photo" && media.src !== undefined)
    return [makePicture(media.src, text === "" ? words.photo : text)];
  return [makeFile(media.name ?? (media.type === "photo" ? words.photo : words.file))];
}
