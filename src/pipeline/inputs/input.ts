import type { Notice } from "../../model/page.ts";

/** One input with its bytes, before anything is read in it. */
export interface Input {
  /** As given, or found in a folder; `-` for stdin; the address of what was fetched. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly url?: string;
  /** ISO 8601, for what was fetched now. */
  readonly retrievedAt?: string;
}

/** What opening inputs may cost and do. */
export interface InputOptions {
  /** Bytes read of one input; the rest is left, with a Notice. */
  readonly inputBytes?: number;
  /** Files taken from folders and globs. */
  readonly files?: number;
  /** Folders inside folders. */
  readonly depth?: number;
  /** Given only when the user asked for the network; without it addresses are refused with a Notice. */
  readonly fetch?: FetchOptions;
  /** Ends the reading between two inputs. */
  readonly signal?: AbortSignal;
}

/** How addresses are fetched. */
export interface FetchOptions {
  /** Milliseconds for one address, redirects included. */
  readonly timeout?: number;
  readonly redirects?: number;
  readonly userAgent?: string;
  /** A folder to keep answers in that name their version; asked again, an unchanged page is not sent anew (ETag, Last-Modified). */
  readonly cache?: string;
  /** For tests on loopback alone: hosts that may be reached although they are not public. */
  readonly allowHosts?: readonly string[];
}

/** What opening inputs may cost where nothing else is told. */
export const INPUT_LIMITS = { inputBytes: 64 * 1024 * 1024, files: 100_000, depth: 32, feeds: 500 } as const;

/** A Notice about an input that is no page yet. */
export function inputNotice(path: string, rule: string, reason: string): Notice {
  return { page: path, rule: `input/${rule}`, reason, start: null, end: null };
}
