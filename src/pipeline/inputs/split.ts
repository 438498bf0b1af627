import { type PageSplit, settlePages, splitPage } from "../../article/index.ts";
import { loadPageLexicon } from "../../lexicon/pages.ts";
import type { Notice, Page } from "../../model/page.ts";
import { type Columns, DEFAULT_LIMITS, type Limits, readPage } from "../../page/index.ts";
import type { InputOptions } from "./input.ts";
import { openInputs } from "./open.ts";

export interface SplitPage extends PageSplit {
  readonly page: Page;
}

/** The names of the limits that may be set. */
export const LIMIT_NAMES: readonly string[] = Object.keys(DEFAULT_LIMITS);

/** What inputs hold before anything is read in it: pages with their articles, copies known across all of them. Nothing is stored. */
export async function splitInputs(
  paths: readonly string[],
  options: InputOptions & { readonly limits?: Partial<Limits>; readonly columns?: Partial<Columns> } = {},
): Promise<{ readonly pages: readonly SplitPage[]; readonly notices: readonly Notice[] }> {
  const lexicon = loadPageLexicon();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const notices: Notice[] = [];
  const split: SplitPage[] = [];
  for await (const input of openInputs(paths, options)) {
    if ("rule" in input) {
      notices.push(input);
      continue;
    }
    const read = await readPage({ ...input, ...(options.columns ? { columns: options.columns } : {}) }, lexicon, limits);
    notices.push(...read.notices);
    for (const reading of read.pages) split.push({ page: reading.page, ...splitPage(reading, lexicon) });
  }
  const pages = settlePages(split);
  return { pages, notices: [...notices, ...split.flatMap((one) => one.notices)] };
}
