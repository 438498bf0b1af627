import { type PageSplit, settlePages, splitPage } from "../../article/index.ts";
import { loadPageLexicon } from "../../lexicon/pages.ts";
import type { Notice, Page } from "../../model/page.ts";
import { type Limits, readPage } from "../../page/index.ts";
import type { InputOptions } from "./input.ts";
import { openInputs } from "./open.ts";

export interface SplitPage extends PageSplit {
  readonly page: Page;
}

/** What inputs hold before anything is read in it: pages with their articles, copies known across all of them. Nothing is stored. */
export async function splitInputs(
  paths: readonly string[],
  options: InputOptions & { readonly limits?: Limits } = {},
): Promise<{ readonly pages: readonly SplitPage[]; readonly notices: readonly Notice[] }> {
  const lexicon = loadPageLexicon();
  const notices: Notice[] = [];
  const split: SplitPage[] = [];
  for await (const input of openInputs(paths, options)) {
    if ("rule" in input) {
      notices.push(input);
      continue;
    }
    const read = await readPage(input, lexicon, options.limits);
    notices.push(...read.notices);
    for (const reading of read.pages) split.push({ page: reading.page, ...splitPage(reading, lexicon) });
  }
  const pages = settlePages(split);
  return { pages, notices: [...notices, ...split.flatMap((one) => one.notices)] };
}
