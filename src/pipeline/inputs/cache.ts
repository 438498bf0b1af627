import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashBytes } from "../../text/hash.ts";

/** A fetched address as it was kept: what the server said of it, and its bytes. */
export interface Kept {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly mediaType: string | null;
  /** ISO 8601. */
  readonly retrievedAt: string;
  readonly bytes: Uint8Array;
}

// The name is a hash of the address, so no address can point outside the folder.
const fileOf = (folder: string, address: string) => join(folder, hashBytes(new TextEncoder().encode(address)).slice(0, 32));

/** What was kept of an address, or null where nothing was, or what lies there cannot be read. */
export async function recall(folder: string, address: string): Promise<Kept | null> {
  const file = fileOf(folder, address);
  try {
    const told: Omit<Kept, "bytes"> = JSON.parse(await readFile(`${file}.json`, "utf8"));
    return { ...told, bytes: new Uint8Array(await readFile(`${file}.bin`)) };
  } catch {
    return null;
  }
}

/** Keeps an answer that names a version of itself, to be asked after next time (RFC 9110, conditional requests). */
export async function keep(folder: string, address: string, { bytes, ...told }: Kept): Promise<void> {
  const file = fileOf(folder, address);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.bin`, bytes);
  await writeFile(`${file}.json`, JSON.stringify(told));
}

/** The headers that ask whether a kept answer still holds. */
export function conditions(kept: Kept | null): Record<string, string> {
  return {
    ...(kept?.etag ? { "if-none-match": kept.etag } : {}),
    ...(kept?.lastModified ? { "if-modified-since": kept.lastModified } : {}),
  };
}
