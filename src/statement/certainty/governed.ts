import type { Signature } from "../../lexicon/certainty.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { PLAIN, type Scene, type Standing, type Step } from "./reading.ts";

const POS: Readonly<Record<string, string>> = { VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj", ADV: "adj" };
const BY_MARK = ["advcl", "ccomp", "acl", "xcomp", "csubj", "parataxis", "conj", "root"];

/** How an act hangs on the word above it, in the words of data/certainty.tsv, most telling first. */
function complementsOf({ doc }: Scene, token: number): readonly string[] {
  const marks = casesOf(doc, token);
  const nominal = doc.upos[token] === "NOUN" || doc.upos[token] === "PROPN";
  if (nominal)
    return hasRelation(doc, token, "obl", "nmod") ? marks : hasRelation(doc, token, "obj", "nsubj:pass", "ccomp", "xcomp") ? ["noun"] : [];
  if (hasRelation(doc, token, "acl:relcl")) return [];
  if (marks.includes("to")) return ["to"];
  if (doc.xpos[token] === "VBG" && childOf(doc, token, "aux", "nsubj") < 0) return [...marks, "ing"];
  if (hasRelation(doc, token, "ccomp")) return ["that"];
  if (hasRelation(doc, token, "acl")) return marks.length > 0 ? marks : ["-"];
  if (hasRelation(doc, token, "xcomp")) return doc.xpos[token] === "VB" ? ["to"] : ["noun", "to"];
  return marks;
}

function signatureOf(scene: Scene, token: number, governor: number): Signature | null {
  const { doc, lexicon } = scene;
  const key = `${doc.lemma[governor]}/${POS[doc.upos[governor]!] ?? ""}`;
  const participle =
    doc.xpos[governor] === "VBN" || doc.xpos[governor] === "VBG" ? lexicon.governors.get(`${lowerAt(doc, governor)}/adj`) : undefined;
  const signatures = lexicon.governors.get(key) ?? participle;
  if (signatures === undefined) return null;
  for (const complement of complementsOf(scene, token)) {
    const found = signatures.find((s) => s.complement === complement);
    if (found) return found;
  }
  return null;
}

/** What the word above makes of an act below it; `standing` is that word's own. */
export function readGovernor(scene: Scene, token: number, governor: number, standing: Standing): Step {
  const { doc } = scene;
  const excess = childrenOf(doc, governor, "advmod").find((c) => lowerAt(doc, c) === "too");
  if (excess !== undefined && casesOf(doc, token).includes("to") && doc.upos[governor] === "ADJ")
    return { factor: -0.8, cues: [excess, governor], rules: ["certainty/too"] };
  const signature = signatureOf(scene, token, governor);
  if (signature === null) return readUngoverned(scene, token, governor, standing);
  // "has yet to leave": so far it is not so.
  const pending = childrenOf(doc, governor, "advmod").find(
    (c) => lowerAt(doc, c) === "yet" && lowerAt(doc, Math.min(c + 1, doc.length - 1)) === "to",
  );
  if (pending !== undefined) return { factor: -0.9, cues: [pending], rules: ["certainty/yet"] };
  return {
    factor: carry(signature, standing.score),
    cues: [governor, ...standing.cues],
    rules: [`certainty/governor:${doc.lemma[governor]}`, ...standing.rules],
  };
}

/** A signature weighed by how sure the governing word is itself; a fact stays one under "may know that". */
export function carry({ affirmed, denied }: Signature, score: number): number {
  const share = (score + 3) / 6;
  if (affirmed === denied) return affirmed;
  const mixed = affirmed * share + denied * (1 - share);
  // Halfway between yes and no, both sides are open rather than half so.
  return Math.abs(score) < 1.5 ? mixed * (0.6 + (0.4 * Math.abs(score)) / 1.5) : mixed;
}

// Words that govern nothing still pass on that they are denied or supposed.
function readUngoverned(scene: Scene, token: number, governor: number, standing: Standing): Step {
  const { doc, lexicon } = scene;
  const marked = readMark(scene, token);
  if (hasRelation(doc, token, "acl:relcl", "parataxis", "appos") || (hasRelation(doc, token, "advcl") && marked === null)) return PLAIN;
  if (hasRelation(doc, token, "ccomp") && lexicon.reports.has(doc.lemma[governor]!)) return PLAIN;
  const inner = passes(scene, token, governor, standing);
  const factor = inner * (marked?.factor ?? 1);
  return {
    factor,
    cues: [...(marked?.cues ?? []), ...(inner === 1 ? [] : standing.cues)],
    rules: [...(marked?.rules ?? []), ...(inner === 1 ? [] : standing.rules)],
  };
}

// "did not sign a treaty", "may launch an attack": the object shares the verb's lot; a subject or time phrase is there before it.
function passes({ doc }: Scene, token: number, _governor: number, { score }: Standing): number {
  if (hasRelation(doc, token, "obj", "xcomp", "ccomp", "nsubj:pass", "obl:agent"))
    return score >= 0 ? 0.25 + (0.75 * score) / 3 : isKnown(doc, token) ? 0.6 : -0.5;
  if (hasRelation(doc, token, "conj")) return score / 3;
  if (hasRelation(doc, token, "advcl", "acl", "csubj")) return 0.55 + (0.45 * Math.max(0, score)) / 3;
  if (hasRelation(doc, token, "obl", "nmod", "nsubj", "compound")) return 0.7 + (0.3 * Math.max(0, score)) / 3;
  return 1;
}

// "did not end the war" speaks of a war there is.
function isKnown(doc: Scene["doc"], token: number): boolean {
  return childrenOf(doc, token, "det", "nmod:poss").some((c) => !["a", "an", "any", "no", "another", "some"].includes(lowerAt(doc, c)));
}

/** What the word that opens a clause makes of it: "if", "whether", "to", "without". Null where it has none that counts. */
export function readMark({ doc, lexicon }: Scene, token: number): Step | null {
  const relation = BY_MARK.find((r) => hasRelation(doc, token, r));
  if (relation === undefined || doc.relation[token] === "acl:relcl") return null;
  for (const child of childrenOf(doc, token, "mark", "case", "cc", "advmod")) {
    const factor = lexicon.marks.get(`${relation} ${lowerAt(doc, child)}`);
    if (factor !== undefined) return { factor, cues: factor > 0.8 ? [] : [child], rules: [`certainty/mark:${lowerAt(doc, child)}`] };
  }
  return null;
}
