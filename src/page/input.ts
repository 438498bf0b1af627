import type { Notice, Page } from "../model/page.ts";
import type { PageReading } from "../model/reading.ts";
import { hashBytes } from "../text/hash.ts";

/** One input as the door hands it over. */
export interface PageInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the sender says it is; guessed from name and bytes where absent. */
  readonly mediaType?: string;
  readonly url?: string | null;
  /** ISO 8601, where the input was fetched. */
  readonly retrievedAt?: string | null;
}

export interface PageReadings {
  readonly pages: readonly PageReading[];
  readonly notices: readonly Notice[];
}

/** The page of an input: its identity is the hash of its bytes. */
export function makePage(input: PageInput, mediaType: string, text: string): Page {
  const sha256 = hashBytes(input.bytes);
  return {
    id: sha256.slice(0, 12),
    path: input.path,
    sha256,
    mediaType,
    url: input.url ?? null,
    retrievedAt: input.retrievedAt ?? null,
    observed: null,
    text,
  };
}
