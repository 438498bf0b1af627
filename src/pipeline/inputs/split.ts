import { type PageSplit, settlePages, splitPage } from "../../article/index.ts";
import { loadPageLexicon, type PageLexicon } from "../../lexicon/pages.ts";
import type { Notice, Page } from "../../model/page.ts";
import { type Columns, DEFAULT_LIMITS, type Limits, readPage } from "../../page/index.ts";
import { compareText } from "../../text/words.ts";
import { compareNotices, type Input, type InputOptions, ownOutput } from "./input.ts";
import { openInputs } from "./open.ts";

/** A page with the articles found in it. */
export interface SplitPage extends PageSplit {
  readonly page: Page;
}

/** How pages are taken out of an input. */
export interface PageOptions {
  /** What one input may cost; what is left out stands at its default. */
  readonly limits?: Partial<Limits>;
  /** Which columns of a table hold what, for columns whose names do not tell. */
  readonly columns?: Partial<Columns>;
  /** Ends the work between two inputs, with the signal's reason thrown. */
  readonly signal?: AbortSignal;
  readonly onPages?: (done: number) => void;
}

/** The names of the limits that may be set. */
export const LIMIT_NAMES: readonly string[] = Object.keys(DEFAULT_LIMITS);

/** What files, folders, globs, `-` and addresses hold before anything is read in it. Nothing is stored. */
export function splitInputs(paths: readonly string[], options: InputOptions & PageOptions = {}): Promise<Shelf> {
  return shelve(openInputs(paths, options), loadPageLexicon(), options);
}

/** Pages in the order of their paths, the same bytes once, with what could not be read. */
export interface Shelf {
  readonly pages: readonly SplitPage[];
  readonly notices: readonly Notice[];
}

/** Reads every input into pages, splits them into articles, and settles what only all of them together show. The order of the inputs does not matter. */
export async function shelve(inputs: AsyncIterable<Input | Notice>, lexicon: PageLexicon, options: PageOptions = {}): Promise<Shelf> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const notices: Notice[] = [];
  const split = new Map<string, SplitPage>();
  for await (const input of inputs) {
    options.signal?.throwIfAborted();
    if ("rule" in input) {
      notices.push(input);
      continue;
    }
    if (isOwnOutput(input)) {
      notices.push(ownOutput(input.path));
      continue;
    }
    const read = await readPage({ ...input, ...(options.columns ? { columns: options.columns } : {}) }, lexicon, limits);
    notices.push(...read.notices);
    for (const reading of read.pages) {
      // Of files with the same bytes the first by name is kept, in whatever order they come.
      const same = split.get(reading.page.id);
      if (!same || reading.page.path < same.page.path) split.set(reading.page.id, { page: reading.page, ...splitPage(reading, lexicon) });
    }
    options.onPages?.(split.size);
  }
  const sorted = [...split.values()].sort((a, b) => compareText(a.page.path, b.page.path) || compareText(a.page.id, b.page.id));
  notices.push(...sorted.flatMap((one) => one.notices));
  return { pages: settlePages(sorted), notices: notices.sort(compareNotices) };
}

/** True for what demarche itself writes – data, a dossier as a page or as Markdown: in a folder of pages it would be read as news. */
function isOwnOutput({ bytes }: Input): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  return (
    /^\s*\{\s*"schema"\s*:\s*"demarche\//.test(start) ||
    start.includes('<meta name="generator" content="demarche">') ||
    /^# [^\n]+ ⇄ [^\n]+\n+\d+ pages? → \d+ articles?\b/.test(start)
  );
}
