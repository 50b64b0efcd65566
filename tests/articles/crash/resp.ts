// Cuts the stream of a Redis connection into whole commands and whole answers (RESP2).

export interface Command {
  readonly args: readonly string[];
  /** Offset behind it. */
  readonly end: number;
}

/** The first command in the bytes; undefined while it is not whole. */
export function takeCommand(bytes: Buffer): Command | undefined {
  const head = line(bytes, 0);
  if (head === undefined) return undefined;
  const args: string[] = [];
  let at = head.end;
  for (let left = Number(head.text.slice(1)); left > 0; left -= 1) {
    const size = line(bytes, at);
    if (size === undefined) return undefined;
    const end = size.end + Number(size.text.slice(1));
    if (bytes.length < end + 2) return undefined;
    args.push(bytes.toString("utf8", size.end, end));
    at = end + 2;
  }
  return { args, end: at };
}

/** Offset behind the answer that begins at `at`; undefined while it is not whole. */
export function answerEnd(bytes: Buffer, at = 0): number | undefined {
  const head = line(bytes, at);
  if (head === undefined) return undefined;
  const count = Number(head.text.slice(1));
  if (head.text.startsWith("$")) {
    const end = count < 0 ? head.end : head.end + count + 2;
    return bytes.length < end ? undefined : end;
  }
  let end: number | undefined = head.end;
  if (head.text.startsWith("*")) {
    for (let left = count; left > 0 && end !== undefined; left -= 1) end = answerEnd(bytes, end);
  }
  return end;
}

function line(bytes: Buffer, at: number): { readonly text: string; readonly end: number } | undefined {
  const end = bytes.indexOf("\r\n", at, "latin1");
  return end < 0 ? undefined : { text: bytes.toString("latin1", at, end), end: end + 2 };
}
