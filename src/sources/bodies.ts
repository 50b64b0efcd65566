// Reads a body to its end: decoded, counted on both sides of the decoder, and with the reason where it breaks.
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { Ended, failed, refused } from "./ended.ts";
import { createInflateAny } from "./inflate.ts";
import { codeOfTrouble } from "./troubles.ts";

export interface BodyLimit {
  /** Of the decoded body, and of the encoded one too: an encoder can also send much that decodes to nothing. */
  readonly maxBytes: number;
  /** The rest of a longer body is left unread instead of refusing the whole (robots.txt). */
  readonly isCut?: boolean;
}

export interface BodyHeaders {
  readonly encoding: string | undefined;
  readonly length: string | undefined;
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: createInflateAny,
  br: () => createBrotliDecompress(),
};

/** Throws {@link Ended} for a body that is too large, cut short or not what its label says. */
export async function readBody(
  body: Readable,
  { encoding, length }: BodyHeaders,
  limit: BodyLimit,
): Promise<Uint8Array> {
  if (Number(length ?? 0) > limit.maxBytes && limit.isCut !== true) throw tooLarge(limit);
  const labels = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((label) => label.trim())
    .filter((label) => label !== "" && label !== "identity");
  const received = { bytes: 0 };
  const wire = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received.bytes += chunk.length;
      done(labels.length > 0 && received.bytes > limit.maxBytes ? tooLarge(limit) : null, chunk);
    },
  });
  const kept = createKeep(limit);
  try {
    await pipeline([body, wire, ...toDecoders(labels), kept.sink]);
  } catch (error) {
    if (!kept.isFull()) throw toEnded(error, labels, received.bytes, length);
    if (limit.isCut !== true) throw tooLarge(limit);
  }
  return kept.bytes();
}

/** The last encoding was put on last, so it comes off first. */
function toDecoders(labels: readonly string[]): Transform[] {
  if (labels.length > 2) throw new Ended(failed("its body is packed more than twice", askThem));
  return labels.toReversed().map((label) => {
    const create = decoders[label];
    if (create !== undefined) return create();
    const name = label.replace(/[^\w-]/g, "?").slice(0, 20);
    throw new Ended(failed(`its body is encoded as "${name}", which was not asked for`, askThem));
  });
}

/** Collects at most `maxBytes` and breaks the stream at the first byte beyond. */
function createKeep(limit: BodyLimit): {
  readonly sink: Writable;
  isFull(): boolean;
  bytes(): Uint8Array;
} {
  const chunks: Buffer[] = [];
  let room = limit.maxBytes;
  let isFull = false;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.subarray(0, room));
      isFull = chunk.length > room;
      room -= Math.min(room, chunk.length);
      done(isFull ? tooLarge(limit) : null);
    },
  });
  return { sink, isFull: () => isFull, bytes: () => new Uint8Array(Buffer.concat(chunks)) };
}

const askThem = "tell the publisher; another address of theirs may work";

function tooLarge({ maxBytes }: BodyLimit): Ended {
  const mend = "use a feed with fewer items, or the address of one article";
  return new Ended(refused(`it is too large: more than ${maxBytes} bytes`, mend));
}

const cuts = new Set([
  "UND_ERR_SOCKET",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  "ECONNRESET",
  "EPIPE",
  "HPE", // A chunk that does not end, or whose length is no number.
]);

/** A broken decoder and a broken connection, in words; anything else as it came. */
function toEnded(
  error: unknown,
  labels: readonly string[],
  received: number,
  length: string | undefined,
): unknown {
  const code = codeOfTrouble(error);
  const mend = "it is tried again at the next round";
  if (cuts.has(code)) {
    const whole = length !== undefined && /^\d+$/.test(length) ? ` of ${length}` : "";
    return new Ended(failed(`its body was cut short after ${received}${whole} bytes (${code})`, mend));
  }
  if (labels.length === 0 || error instanceof Ended) return error;
  if (code === "Z_BUF_ERROR") {
    return new Ended(failed(`its body was cut short after ${received} bytes (${code})`, mend));
  }
  // zlib's codes begin with Z_; brotli's come from its own library: "ERR__ERROR_FORMAT_…".
  return /^(Z_|ERR_)/.test(code)
    ? new Ended(failed(`its body is labelled ${labels.join(", ")} but is not (${code})`, askThem))
    : error;
}
