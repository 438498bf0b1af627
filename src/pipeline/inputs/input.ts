import type { Notice } from "../../model/page.ts";
import { compareText } from "../../text/words.ts";

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

const OWN_OUTPUT = "own-output";

/** The Notice of a file that demarche wrote itself and that a folder of pages holds. */
export function ownOutput(path: string): Notice {
  return inputNotice(path, OWN_OUTPUT, `${path} was written by demarche and is no page. To ask a saved analysis, give it alone.`);
}

/** True where a Notice tells of an input that should have been read and was not; what demarche wrote itself is no loss. */
export function tellsLoss(notice: Notice): boolean {
  return notice.rule.startsWith("input/") && notice.rule !== `input/${OWN_OUTPUT}`;
}

/** The order in which Notices are told: by page, place and rule. */
export function compareNotices(a: Notice, b: Notice): number {
  return compareText(a.page, b.page) || (a.start ?? -1) - (b.start ?? -1) || compareText(a.rule, b.rule);
}
