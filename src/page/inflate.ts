import { Gunzip, Unzip, UnzipInflate } from "fflate";

/** Bytes pushed at once: what comes out is counted after each, so that a bomb is stopped early. */
const STEP = 64 * 1024;

/** Unpacks gzip, at most `most` bytes of it; `cut` where there was more. Throws on bytes that are no gzip. */
export function gunzip(bytes: Uint8Array, most: number): { readonly bytes: Uint8Array; readonly cut: boolean } {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  // Never told that it ends: a file that breaks off gives what it holds instead of an error.
  for (let at = 0; at < bytes.length && length <= most; at += STEP) stream.push(bytes.subarray(at, at + STEP), false);
  return { bytes: join(chunks, Math.min(length, most)), cut: length > most };
}

/** Bytes all entries of a zip hold unpacked, counted up to just over `most`. Throws on bytes that are no zip. */
export function measureZip(bytes: Uint8Array, most: number): number {
  let length = 0;
  const zip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      length += chunk.length;
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && length <= most; at += STEP) zip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  return length;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    if (at >= length) break;
    out.set(chunk.subarray(0, length - at), at);
    at += chunk.length;
  }
  return out;
}
