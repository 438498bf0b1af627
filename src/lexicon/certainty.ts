import { parseTable, readData } from "./table.ts";

/** What holds of the act below a governing word: -1 is not so, 0 open, 1 is so. */
export interface Signature {
  /** `to`, `ing`, `that`, `noun`, or a preposition. */
  readonly complement: string;
  /** When the governing word is itself affirmed. */
  readonly affirmed: number;
  /** When it is denied ("did not manage to"). */
  readonly denied: number;
}

/** Words that raise or lower certainty, lower case, as data/certainty.tsv lists them. */
export interface CertaintyLexicon {
  /** By `lemma/pos`, pos being verb, noun or adj. */
  readonly governors: ReadonlyMap<string, readonly Signature[]>;
  /** Scores (-3 to 3) of a verb under a modal, affirmed and denied. */
  readonly modals: ReadonlyMap<string, { readonly affirmed: number; readonly denied: number }>;
  /** Factors of adverbs ("reportedly" 0.65). */
  readonly adverbs: ReadonlyMap<string, number>;
  /** Factors of adjectives before a noun that tells an act ("alleged" 0.55). */
  readonly adjectives: ReadonlyMap<string, number>;
  /** Factors of clauses by `relation mark` ("advcl if" 0.25). */
  readonly marks: ReadonlyMap<string, number>;
  readonly negators: ReadonlySet<string>;
  /** Lemmas of verbs that a denied object does not deny ("sees no end"). */
  readonly light: ReadonlySet<string>;
  /** Verbs whose clause has a holder of its own, with what the clause keeps relative to that holder ("deny" -1). */
  readonly reports: ReadonlyMap<string, number>;
}

/** The words of data/certainty.tsv. */
export function loadCertainty(): CertaintyLexicon {
  const rows = parseTable(readData("certainty.tsv"), "certainty.tsv");
  const of = (kind: string): readonly Readonly<Record<string, string>>[] => rows.filter((r) => r["kind"] === kind);
  const factors = (kind: string): Map<string, number> => new Map(of(kind).map((r) => [r["word"]!, Number(r["affirmed"])]));
  const governors = new Map<string, Signature[]>();
  for (const row of of("governor")) {
    const key = `${row["word"]}/${row["pos"]}`;
    const signature = { complement: row["complement"]!, affirmed: Number(row["affirmed"]), denied: Number(row["denied"]) };
    governors.set(key, [...(governors.get(key) ?? []), signature]);
  }
  return {
    governors,
    modals: new Map(of("modal").map((r) => [r["word"]!, { affirmed: Number(r["affirmed"]), denied: Number(r["denied"]) }])),
    adverbs: factors("adverb"),
    adjectives: factors("adjective"),
    marks: new Map(of("mark").map((r) => [`${r["complement"]} ${r["word"]}`, Number(r["affirmed"])])),
    negators: new Set(of("negator").map((r) => r["word"]!)),
    light: new Set(of("light").map((r) => r["word"]!)),
    reports: factors("report"),
  };
}
