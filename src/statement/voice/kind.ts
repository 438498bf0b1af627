import type { CueLexicon } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { SourceRun } from "./source.ts";
import type { Voice } from "./voice.ts";

function isName(doc: Doc, token: number): boolean {
  return doc.upos[token] === "PROPN" || doc.names.some((name) => name.first <= token && token < name.end);
}

/** A name that the noun carries itself: its own parts or an apposition, not an owner or a place it comes from. */
function carriesName(doc: Doc, head: number): boolean {
  if (isName(doc, head)) return true;
  return childrenOf(doc, head).some((child) => hasRelation(doc, child, "appos", "flat") && isName(doc, child));
}

/** The body or person that speaks through a document ("the ministry's statement", "a report by X"), or null. */
function speakerOf(doc: Doc, head: number): number | null {
  for (const child of childrenOf(doc, head)) {
    if (doc.relation[child] === "nmod:poss") return child;
    if (!hasRelation(doc, child, "nmod") || child < head) continue;
    const by = childrenOf(doc, child).some((c) => c < child && ["by", "from"].includes(lowerAt(doc, c)));
    if (by) return child;
  }
  return null;
}

/** "Chile's foreign minister", "the Chilean president": the one who holds the office there, and not "a minister" or "Chilean ministers". */
function isOne(doc: Doc, head: number): boolean {
  if (!/^NNP?$/.test(doc.xpos[head] ?? "")) return false;
  const own = childrenOf(doc, head, "nmod:poss", "amod", "compound", "nmod").some(
    (child) => isName(doc, child) || doc.xpos[child] === "NNP",
  );
  const loose = childrenOf(doc, head, "det", "amod", "nummod").some((child) => LOOSE.has(lowerAt(doc, child)));
  return own && !loose;
}

const LOOSE = new Set(["a", "an", "another", "one", "some", "former", "ex", "unnamed", "any", "no"]);

/** A source with its kind. Documents that name who speaks in them are given to that speaker. */
export function readKind(
  doc: Doc,
  lexicon: CueLexicon,
  source: SourceRun | null,
  before: Voice["kind"],
): { kind: Voice["kind"]; head: number } {
  if (source === null) return { kind: "unnamed", head: -1 };
  const { head } = source;
  const listed = (list: string, token: number) => lexicon.lists.get(list)?.has(doc.lemma[token]!.toLowerCase()) === true;
  if (listed("pronoun", head)) return { kind: before, head };
  if (carriesName(doc, head)) return { kind: "named", head };
  if (listed("document", head)) {
    const speaker = speakerOf(doc, head);
    if (speaker === null) return { kind: "document", head };
    return { kind: isName(doc, speaker) || listed("body", speaker) || listed("pronoun", speaker) ? "named" : "unnamed", head: speaker };
  }
  return { kind: listed("body", head) || (listed("office", head) && isOne(doc, head)) ? "named" : "unnamed", head };
}
