import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The plain files of a .tar.gz, by name: enough of ustar for the corpora measured here. */
export function readTar(path: string): ReadonlyMap<string, string> {
  const bytes = gunzipSync(readFileSync(path));
  const files = new Map<string, string>();
  const field = (at: number, length: number): string =>
    bytes
      .toString("latin1", at, at + length)
      .split("\0")[0]!
      .trim();
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8) || 0;
    const kind = field(at + 156, 1);
    if (kind === "0" || kind === "") files.set(field(at, 100), bytes.toString("utf8", at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
