// "deflate" in HTTP means zlib (RFC 9110), but some servers send the bare stream: the first byte tells which.
import { Transform } from "node:stream";
import { createInflate, createInflateRaw } from "node:zlib";

/** Decodes both. A zlib stream begins with the method 8 in the low four bits (RFC 1950); a bare one cannot, by our luck. */
export function createInflateAny(): Transform {
  let inner: Transform | undefined;
  const outer = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      inner ??= start(chunk);
      inner.write(chunk, done);
    },
    flush(done) {
      if (inner === undefined) return done();
      inner.once("end", done).end();
    },
    destroy(error, done) {
      inner?.destroy();
      done(error);
    },
  });
  const start = (chunk: Buffer): Transform => {
    const decoder = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    decoder.on("data", (data: Buffer) => outer.push(data));
    decoder.on("error", (error) => outer.destroy(error));
    return decoder;
  };
  return outer;
}
