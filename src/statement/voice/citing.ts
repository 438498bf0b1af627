import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { childOf, lowerAt } from "../../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { Extents } from "./extents.ts";
import { nominalRun } from "./source.ts";

const CITING = new Set(["citing", "quoting"]);

/** True for somebody who can be cited as saying what is reported: a person, a name, a body; not "citing security concerns". */
function isSomebody(doc: Doc, lexicon: CueLexicon, token: number): boolean {
  const listed = ["body", "document", "person"].some((list) => lexicon.lists.get(list)?.has(doc.lemma[token]!.toLowerCase()) === true);
  return listed || doc.upos[token] === "PROPN" || doc.names.some((name) => name.first <= token && token < name.end);
}

/**
 * "The agency, citing a diplomat, reported that P": P is the diplomat's as well, passed on by the agency. Gives one voice more for each
 * report in the sentence of a "citing" whose object is somebody, inside the report.
 */
export function readCiting(doc: Doc, extents: Extents, lexicon: CueLexicon, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (!CITING.has(lowerAt(doc, i)) || doc.upos[i] !== "VERB") continue;
    const object = childOf(doc, i, "obj");
    if (object < 0 || !isSomebody(doc, lexicon, object)) continue;
    const reports = drafts.filter(
      (draft) => draft.speech && draft.cueToken !== null && draft.cueToken !== i && sameClause(doc, draft.cueToken, i),
    );
    const report = reports.sort((a, b) => Math.abs(a.cueToken! - i) - Math.abs(b.cueToken! - i))[0];
    if (report === undefined) continue;
    found.push({
      ...report,
      cue: { first: i, end: i + 1 },
      cueToken: i,
      source: nominalRun(doc, extents, object, i),
      rule: "citing",
      quotes: [],
      inside: report,
    });
  }
  return found;
}

function sameClause(doc: Doc, report: number, citing: number): boolean {
  if (doc.sentenceOf[report] !== doc.sentenceOf[citing]) return false;
  const above = doc.head[citing]!;
  return above === report || above === doc.head[report] || (above >= 0 && doc.head[above] === report);
}
