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
  /** For tables: which column holds what. Columns not named are guessed. */
  readonly columns?: Partial<Columns>;
}

/** The columns of a table of articles, by name. */
export interface Columns {
  readonly text: string;
  readonly headline: string;
  readonly published: string;
  readonly url: string;
  readonly publisher: string;
  readonly author: string;
  readonly section: string;
  readonly language: string;
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

/** A page that is one of several in an input: its own bytes, its place after `#`. */
export function partOf(input: PageInput, place: string | number, content: string, more: Partial<PageInput> = {}): PageInput {
  return { ...input, path: `${input.path}#${place}`, bytes: new TextEncoder().encode(content), ...more };
}

/** A Notice of this room: about an input or a page, without a place in its text. */
export function pageNotice(page: string, rule: string, reason: string): Notice {
  return { page, rule: `page/${rule}`, reason, start: null, end: null };
}

/** Text no longer than the limit; a Notice where some of it was left. */
export function capText(input: PageInput, text: string, most: number): { readonly text: string; readonly notices: readonly Notice[] } {
  if (text.length <= most) return { text, notices: [] };
  const reason = `The text of ${input.path} has ${text.length} characters; the first ${most} are read. Raise the limit "textLength".`;
  return { text: text.slice(0, most), notices: [pageNotice(input.path, "text-limit", reason)] };
}
