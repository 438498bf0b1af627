import type { Actor } from "./actor.ts";
import type { Article } from "./article.ts";
import type { Discrepancy, Event } from "./event.ts";
import type { Issue } from "./issue.ts";
import type { LedgerRow } from "./ledger.ts";
import type { Leftover, Notice, Page } from "./page.ts";
import type { Statement } from "./statement.ts";
import type { Quantity, Time } from "./values.ts";

/** A page in the analysis: its text stays with the file, its cuts and articles are told. */
export interface AnalysedPage extends Omit<Page, "text" | "source"> {
  /** Length of the page's text in UTF-16 code units. */
  readonly length: number;
  /** Article ids, in the order of the page. */
  readonly articles: readonly string[];
  readonly leftovers: readonly Leftover[];
}

/** All that Demarche found in a set of pages: the contract `demarche/analysis@1` other programs rely on. */
export interface Analysis {
  readonly schema: "demarche/analysis@1";
  readonly pages: readonly AnalysedPage[];
  readonly articles: readonly Article[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly times: readonly Time[];
  readonly quantities: readonly Quantity[];
  readonly events: readonly Event[];
  readonly discrepancies: readonly Discrepancy[];
  readonly ledger: readonly LedgerRow[];
  /** The issues that occur, with their names. */
  readonly issues: readonly Issue[];
  readonly notices: readonly Notice[];
}
