// The lines of a file or of standard input, one at a time and however many there are.
import { createReadStream } from "node:fs";
import { cannotRead } from "./inputs.ts";

/** Stands for a line of more UTF-16 units than `longestLine`, some thirty times the longest text Mujaz is made for. */
export const tooLong = Symbol("too long");
const longestLine = 16_000_000;
/** What a person is told of such a line. */
export const lineTooLong = `this line is too long (over ${longestLine} characters)\n  mend: write one object a line, each ended by a line feed`;

/**
 * Nothing is read before the first line is asked for, so whoever takes time in between loses none. Lines end with LF
 * or CRLF alone: Unicode's own line separators may stand in a JSON string. A byte order mark is dropped.
 * A line that is too long is passed over, and memory stays bounded.
 * `onBytes` hears how many bytes were read so far. Throws Fault for a file that cannot be read.
 */
export async function* readLines(
  file: string,
  stdin: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string | typeof tooLong> {
  const input: AsyncIterable<Uint8Array> = file === "-" ? stdin : createReadStream(file);
  const decoder = new TextDecoder();
  let [rest, bytes] = ["", 0];
  let isTooLong = false;
  const toLine = (line: string): string | typeof tooLong => {
    const isCut = isTooLong || line.length > longestLine;
    isTooLong = false;
    return isCut ? tooLong : line.replace(/\r$/, "");
  };
  try {
    for await (const chunk of input) {
      bytes += chunk.length;
      onBytes?.(bytes);
      const lines = decoder.decode(chunk, { stream: true }).split("\n");
      lines[0] = `${rest}${lines[0]}`;
      rest = lines.pop() ?? "";
      for (const line of lines) yield toLine(line);
      if (rest.length > longestLine) [rest, isTooLong] = ["", true];
    }
  } catch (cause) {
    throw cannotRead(file, cause);
  }
  rest += decoder.decode();
  if (rest !== "" || isTooLong) yield toLine(rest);
}
