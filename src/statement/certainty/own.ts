import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Scene, Standing } from "./reading.ts";

const FULL = 3;
const DENIED = -2.6;

/** The token that negates another one, or -1: "not", "no", "nobody" as its subject, "without" before it. */
export function negatorOf({ doc, lexicon }: Scene, token: number): number {
  const own = childrenOf(doc, token, "advmod", "det", "cc:preconj", "case", "aux", "neg").find((c) => lexicon.negators.has(lowerAt(doc, c)));
  if (own !== undefined) return isMereContrast(doc, own) ? -1 : own;
  for (const subject of childrenOf(doc, token, "nsubj", "nsubj:pass")) {
    if (lexicon.negators.has(lowerAt(doc, subject))) return subject;
    const none = childrenOf(doc, subject, "det").find((c) => lexicon.negators.has(lowerAt(doc, c)));
    if (none !== undefined) return none;
  }
  return -1;
}

// "not only", "no doubt": nothing is denied.
function isMereContrast(doc: Scene["doc"], negator: number): boolean {
  const next = negator + 1 < doc.length ? lowerAt(doc, negator + 1) : "";
  return next === "only" || next === "just" || next === "doubt" || next === "merely";
}

/** The token whose helpers an act shares: itself, or the first conjunct of "may leave or stay". */
function helperHost({ doc }: Scene, token: number): number {
  if (!hasRelation(doc, token, "conj") || childOf(doc, token, "nsubj", "nsubj:pass", "aux") >= 0) return token;
  const first = doc.head[token]!;
  const alike = doc.xpos[first] === doc.xpos[token] && (doc.xpos[token] === "VB" || doc.xpos[token] === "VBN");
  return first >= 0 && alike ? first : token;
}

/** Certainty by the act's own words: modal verbs, negation, adverbs, adjectives, tense. */
export function readOwn(scene: Scene, token: number): Standing {
  const { doc, lexicon } = scene;
  const host = helperHost(scene, token);
  const modal = [...childrenOf(doc, host, "aux"), ...childrenOf(doc, token, "aux")].find((c) => lexicon.modals.has(lowerAt(doc, c)));
  const own = negatorOf(scene, token);
  const negator = own >= 0 || host === token ? own : negatorOf(scene, host);
  const cues = [modal ?? -1, negator].filter((c) => c >= 0);
  const rules = [modal === undefined ? "" : `certainty/modal:${lowerAt(doc, modal)}`, negator < 0 ? "" : "certainty/negation"].filter((r) => r !== "");
  const scores = modal === undefined ? { affirmed: FULL, denied: DENIED } : lexicon.modals.get(lowerAt(doc, modal))!;
  const base: Standing = { score: negator < 0 ? scores.affirmed : scores.denied, cues, rules };
  return withTone(scene, token, withHedges(scene, token, base));
}

function withHedges({ doc, lexicon }: Scene, token: number, standing: Standing): Standing {
  let { score } = standing;
  const cues = [...standing.cues];
  const rules = [...standing.rules];
  for (const child of childrenOf(doc, token, "advmod", "amod", "det", "compound", "parataxis", "obl")) {
    const word = lowerAt(doc, child);
    const factor = lexicon.adverbs.get(word) ?? (hasRelation(doc, child, "amod", "det", "compound") ? lexicon.adjectives.get(word) : undefined);
    if (factor === undefined) continue;
    score *= factor;
    cues.push(child);
    rules.push(`certainty/hedge:${word}`);
  }
  return { score, cues, rules };
}

// A bare infinitive that nothing governs is a heading or an order; the present tells habits as well as deeds.
function withTone({ doc }: Scene, token: number, standing: Standing): Standing {
  if (doc.xpos[token] !== "VB" || childOf(doc, token, "aux", "mark", "nsubj", "nsubj:pass") >= 0 || !hasRelation(doc, token, "root")) return standing;
  return { ...standing, score: standing.score * 0.4, rules: [...standing.rules, "certainty/imperative"] };
}
