import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { isMonth } from "../modality/modal.ts";
import type { Scene, Standing } from "./reading.ts";

const FULL = 3;
const DENIED = -2.6;

const COMPOUND = 0.8;

/** The token that negates another one, or -1: "not", "no", "nobody" as its subject, "without" before it. */
export function negatorOf(scene: Scene, token: number): number {
  const { doc, lexicon } = scene;
  const own = childrenOf(doc, token, "advmod", "det", "cc:preconj", "case", "aux", "aux:pass", "cop").find((c) => denies(scene, c));
  if (own !== undefined) return isElsewhere(doc, own, token) ? -1 : own;
  const yet = childrenOf(doc, token, "advmod").find((c) => lowerAt(doc, c) === "yet" && c + 1 < doc.length && lowerAt(doc, c + 1) === "to");
  if (yet !== undefined) return yet;
  // "nobody came", "no deal was reached", "they took no money".
  const objects = lexicon.light.has(doc.lemma[token]!) ? [] : childrenOf(doc, token, "obj");
  for (const noun of [...childrenOf(doc, token, "nsubj", "nsubj:pass"), ...objects]) {
    const none = lexicon.negators.has(lowerAt(doc, noun))
      ? noun
      : childrenOf(doc, noun, "det").find((c) => lexicon.negators.has(lowerAt(doc, c)));
    if (none !== undefined && !isElsewhere(doc, none, token)) return none;
  }
  return -1;
}

// "hasn't" may be one token.
function denies({ doc, lexicon }: Scene, token: number): boolean {
  const word = lowerAt(doc, token);
  return lexicon.negators.has(word) || (word.length > 3 && (word.endsWith("n't") || word.endsWith("n’t")));
}

const CONTRAST = new Set(["only", "just", "doubt", "merely", "simply"]);
const QUOTES = new Set(['"', "“", "”", "``", "''"]);

// "not only", "no doubt" deny nothing; "asked not to be named" denies the naming; a word of a quotation does not deny the verb that reports it.
function isElsewhere(doc: Scene["doc"], negator: number, token: number): boolean {
  const next = negator + 1 < doc.length ? lowerAt(doc, negator + 1) : "";
  if (CONTRAST.has(next) || (negator > token && next === "to")) return true;
  for (let t = negator + 1; t < token; t += 1) if (QUOTES.has(lowerAt(doc, t))) return true;
  return false;
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
  const modal = [...childrenOf(doc, host, "aux"), ...childrenOf(doc, token, "aux")].find(
    (c) => lexicon.modals.has(lowerAt(doc, c)) && !isMonth(doc, c),
  );
  const own = negatorOf(scene, token);
  const negator = own >= 0 || host === token ? own : negatorOf(scene, host);
  const cues = [modal ?? -1, negator].filter((c) => c >= 0);
  const rules = [modal === undefined ? "" : `certainty/modal:${lowerAt(doc, modal)}`, negator < 0 ? "" : "certainty/negation"].filter(
    (r) => r !== "",
  );
  const told = modal !== undefined && lowerAt(doc, modal) === "would" && isReported(scene, host);
  const scores = told
    ? lexicon.modals.get("will")!
    : modal === undefined
      ? { affirmed: FULL, denied: DENIED }
      : lexicon.modals.get(lowerAt(doc, modal))!;
  const base: Standing = { score: negator < 0 ? scores.affirmed : scores.denied, cues, rules };
  return withTone(scene, token, withHedges(scene, token, base));
}

// "said it would leave": the future of the past, no condition.
function isReported({ doc, lexicon }: Scene, token: number): boolean {
  const above = doc.head[token]!;
  return hasRelation(doc, token, "ccomp") && above >= 0 && doc.xpos[above] === "VBD" && lexicon.reports.has(doc.lemma[above]!);
}

function withHedges({ doc, lexicon }: Scene, token: number, standing: Standing): Standing {
  let { score } = standing;
  const cues = [...standing.cues];
  const rules = [...standing.rules];
  for (const child of childrenOf(doc, token, "advmod", "amod", "det", "compound", "parataxis", "obl")) {
    const word = lowerAt(doc, child);
    const factor =
      lexicon.adverbs.get(word) ?? (hasRelation(doc, child, "amod", "det", "compound") ? lexicon.adjectives.get(word) : undefined);
    if (factor === undefined) continue;
    score *= factor;
    cues.push(child);
    rules.push(`certainty/hedge:${word}`);
  }
  return { score, cues, rules };
}

// A bare infinitive that nothing governs is a heading or an order; the present tells habits as well as deeds.
function withTone({ doc }: Scene, token: number, standing: Standing): Standing {
  // "takeover bid", "peace talks": what the bid or the talks are about need not come to pass.
  if (hasRelation(doc, token, "compound")) return { ...standing, score: standing.score * COMPOUND };
  if (doc.xpos[token] !== "VB" || childOf(doc, token, "aux", "mark", "nsubj", "nsubj:pass") >= 0 || !hasRelation(doc, token, "root"))
    return standing;
  return { ...standing, score: standing.score * 0.4, rules: [...standing.rules, "certainty/imperative"] };
}
