// The lines of a file or of standard input, one at a time and however many there are.
import { createReadStream } from "node:fs";
import { cannotRead } from "./inputs.ts";

/**
 * Nothing is read before the first line is asked for, so whoever takes time in between loses none. Lines end with LF
 * or CRLF alone: Unicode's own line separators may stand in a JSON string. A byte order mark is dropped.
 * `onBytes` hears how many bytes were read so far. Throws Fault for a file that cannot be read.
 */
export async function* readLines(file: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const input: AsyncIterable<Uint8Array> = file === "-" ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder();
  let [rest, bytes] = ["", 0];
  try {
    for await (const chunk of input) {
      bytes += chunk.length;
      onBytes?.(bytes);
      const lines = decoder.decode(chunk, { stream: true }).split("\n");
      lines[0] = `${rest}${lines[0]}`;
      rest = lines.pop() ?? "";
      for (const line of lines) yield line.replace(/\r$/, "");
    }
  } catch (cause) {
    throw cannotRead(file, cause);
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
