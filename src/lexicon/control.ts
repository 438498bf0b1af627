import type { Modality } from "../model/index.ts";
import { parseTable, readData } from "./table.ts";

/** How a control word takes the act it speaks of. */
export type Complement = "inf" | "obj-inf" | "that" | "noun" | "for" | "against" | "any";

/** What a governing word does with the act below it. */
export interface Control {
  readonly complement: Complement;
  readonly modality: Modality | "same" | "skip";
  readonly positive: boolean;
  readonly performer: "subj" | "obj" | "other";
}

/** Control words by `lemma/pos`, pos being verb, noun, adj, attr or adv. */
export interface ControlLexicon extends ReadonlyMap<string, readonly Control[]> {
  /** Lemmas by the name of their set. */
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The control words of data/control.tsv and the word sets of data/control-sets.tsv. */
export function loadControl(): ControlLexicon {
  const lexicon = new Map<string, Control[]>();
  for (const row of parseTable(readData("control.tsv"), "control.tsv")) {
    const key = `${row["lemma"]}/${row["pos"]}`;
    const control = {
      complement: row["complement"] as Complement,
      modality: row["modality"] as Control["modality"],
      positive: row["polarity"] === "+",
      performer: row["performer"] as Control["performer"],
    };
    lexicon.set(key, [...(lexicon.get(key) ?? []), control]);
  }
  const sets = new Map(
    parseTable(readData("control-sets.tsv"), "control-sets.tsv").map((row) => [row["name"] ?? "", new Set(row["words"]?.split(" "))]),
  );
  return Object.assign(lexicon, { sets });
}
