// What is wrong with a file of the content folder and how to mend it, in the viewer's words; the reader's own, English and exact, stand below it.

/** As src/sources and the formats of src/articles word them; the first that fits counts. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/ending of its name/, "desk-file-ending"],
  [/binary/, "desk-file-binary"],
  [/too large/, "desk-file-large"],
  [/permission denied/, "desk-file-forbidden"],
  [/regular file|does not exist|symbolic link|cannot be read/, "desk-file-unreadable"],
  [/no title/, "desk-file-no-title"],
  [/no text|no body/, "desk-file-no-text"],
  [/empty/, "desk-file-empty"],
  [/not valid JSON/, "desk-file-json"],
  [/front matter/, "desk-file-front"],
  [/unknown field/, "desk-file-unknown-field"],
  [/is not a date/, "desk-file-date"],
  [/one article|"paragraphs"/, "desk-file-body"],
  [/^field "/, "desk-file-field"],
  [/in the future/, "desk-file-future"],
  [/title has/, "desk-file-long-title"],
];

/** The id of a message. */
export function fileTroubleOf(message: string): string {
  return kinds.find(([shape]) => shape.test(message))?.[1] ?? "desk-file-other";
}
