import type { Doc } from "../../model/doc.ts";
import { agentOf } from "../../syntax/agent.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Extents, Run } from "./extents.ts";

/** Who speaks: the head noun to resolve, and the words. */
export interface SourceRun extends Run {
  readonly head: number;
}

const RELATIVE = new Set(["who", "which", "that", "whom"]);

const LEADS = ["det", "amod", "compound", "nummod", "nmod:poss", "flat", "det:predet", "appos", "nmod"];

/** Where a noun phrase begins: prepositions, conjunctions and adverbs before it are not of it. */
function firstOfNominal(doc: Doc, extents: Extents, head: number): number {
  for (const child of childrenOf(doc, head)) {
    if (child > head) break;
    if (!hasRelation(doc, child, ...LEADS)) continue;
    const adrift =
      hasRelation(doc, child, "nmod") && doc.relation[child] !== "nmod:poss" && /^(?:ADP|PUNCT)$/.test(doc.upos[extents.low[child]!]!);
    if (!adrift) return Math.min(child, ownFirst(doc, extents, child));
  }
  return head;
}

/** The first word of a modifier, without a conjunction or preposition that introduces it. */
function ownFirst(doc: Doc, extents: Extents, token: number): number {
  let first = extents.low[token]!;
  while (first < token && /^(?:CCONJ|SCONJ|ADP|PUNCT)$/.test(doc.upos[first]!)) first++;
  return first;
}

/** The words of a noun phrase, cut before the cue where that hangs on it ("X, who said …"). */
export function nominalRun(doc: Doc, extents: Extents, head: number, cue: number): SourceRun {
  const first = firstOfNominal(doc, extents, head);
  const end = extents.high[head]! + 1;
  if (cue < first || cue >= end) return { head, first, end };
  return cue > head ? { head, first, end: Math.max(head + 1, Math.min(end, extents.low[cue]!)) } : { head, first: cue + 1, end };
}

/** True where an auxiliary, a passive subject or a by-phrase shows the passive. */
export function isSurelyPassive(doc: Doc, verb: number): boolean {
  if (doc.xpos[verb] !== "VBN") return false;
  if (childOf(doc, verb, "aux:pass", "nsubj:pass", "obl:agent") >= 0) return true;
  return childrenOf(doc, verb).some((child) => doc.relation[child] === "aux" && doc.lemma[child] === "be");
}

/** What a relative pronoun stands for where the tree does not tell: the noun before it, over one comma. */
function antecedent(doc: Doc, extents: Extents, pronoun: number): SourceRun | null {
  const { first } = doc.sentences[doc.sentenceOf[pronoun]!]!;
  let at = pronoun - 1;
  if (at > first && lowerAt(doc, at) === ",") at--;
  if (at < first || !/^(?:NOUN|PROPN)$/.test(doc.upos[at]!)) return null;
  let head = at;
  for (
    let up = doc.head[at]!;
    up >= first && up < at && extents.high[up]! < pronoun && /^(?:NOUN|PROPN)$/.test(doc.upos[up]!);
    up = doc.head[up]!
  )
    head = up;
  return { head, first: firstOfNominal(doc, extents, head), end: pronoun + 1 };
}

/** "Chief of the Staff General Ann Lee said": a title and a name that the tree took for two subjects are one, with the name for its head; names joined by "and" are a list. */
function titled(doc: Doc, extents: Extents, verb: number, title: number): SourceRun | null {
  const name = childrenOf(doc, verb).findLast((child) => child < verb && hasRelation(doc, child, "nsubj"));
  if (name === undefined || name === title || doc.upos[name] !== "PROPN" || extents.low[name] !== extents.high[title]! + 1) return null;
  for (let i = extents.low[name]!; i < name; i++) if (doc.upos[i] === "CCONJ") return null;
  return { head: name, first: firstOfNominal(doc, extents, title), end: extents.high[name]! + 1 };
}

/** The subject of a clause, through the relative pronoun to what it stands for. */
function ownSubject(doc: Doc, extents: Extents, verb: number, cue: number): SourceRun | null {
  const subjects = childrenOf(doc, verb).filter((child) => hasRelation(doc, child, "nsubj"));
  // "The plan, said Ann Lee, would …": of two subjects the one right behind the verb that a comma sets off.
  const tag = verb > 0 && lowerAt(doc, verb - 1) === "," && subjects.length > 1 ? subjects.find((child) => child > verb) : undefined;
  const subject = tag ?? subjects[0] ?? -1;
  // "…, while arguing Oslo should stay": what stands behind a participle is not who speaks.
  const behind = subject > verb && doc.xpos[verb] === "VBG" && childOf(doc, verb, "aux") < 0;
  if (subject < 0 || behind) return null;
  if (tag !== undefined) return nominalRun(doc, extents, tag, cue);
  const named = titled(doc, extents, verb, subject);
  if (named !== null) return named;
  if (hasRelation(doc, verb, "acl") && RELATIVE.has(lowerAt(doc, subject)) && doc.head[verb]! >= 0) {
    const head = doc.head[verb]!;
    return { head, first: firstOfNominal(doc, extents, head), end: Math.max(subject, head) + 1 };
  }
  if (doc.upos[subject] === "PRON" && /^(?:who|which)$/.test(lowerAt(doc, subject)))
    return antecedent(doc, extents, subject) ?? nominalRun(doc, extents, subject, cue);
  return nominalRun(doc, extents, subject, cue);
}

/** A subject that the parser hung on the auxiliary ("A poll has, however, shown") or on a participle before the verb. */
function strayed(doc: Doc, extents: Extents, verb: number, cue: number): SourceRun | null {
  for (const child of childrenOf(doc, verb)) {
    if (child > verb || !hasRelation(doc, child, "aux", "advcl")) continue;
    if (hasRelation(doc, child, "advcl") && doc.xpos[child] !== "VBG" && doc.xpos[child] !== "VBN") continue;
    const subject = childOf(doc, child, "nsubj");
    if (subject >= 0 && subject < child) return nominalRun(doc, extents, subject, cue);
  }
  return null;
}

function possessor(doc: Doc, extents: Extents, noun: number, cue: number): SourceRun | null {
  const owner = childOf(doc, noun, "nmod:poss");
  if (owner >= 0) return nominalRun(doc, extents, owner, cue);
  for (const child of childrenOf(doc, noun)) {
    if (!hasRelation(doc, child, "nmod", "obl") || child < noun) continue;
    const preposition = childrenOf(doc, child).find((c) => c < child && doc.relation[c] === "case");
    if (preposition !== undefined && ["by", "from", "among"].includes(lowerAt(doc, preposition)))
      return { ...nominalRun(doc, extents, child, cue), first: preposition + 1 };
  }
  return null;
}

/** Who says what a noun or a predicate adjective names: the owner, the by-phrase, the subject of the copula or of the verb it is object of. */
function sourceOfNominal(doc: Doc, extents: Extents, noun: number): SourceRun | null {
  const own = doc.upos[noun] === "NOUN" ? possessor(doc, extents, noun, noun) : null;
  if (own !== null) return own;
  const subject = ownSubject(doc, extents, noun, noun);
  if (subject !== null) return subject;
  const governor = doc.head[noun]!;
  if (governor < 0) return null;
  // "the franc slid amid talk that …": the franc says nothing; "agreed in the belief that …", "left with a warning that …".
  const apart = hasRelation(doc, noun, "obl") && !childrenOf(doc, noun).some((c) => c < noun && /^(?:in|with)$/.test(lowerAt(doc, c)));
  if (hasRelation(doc, noun, "obj", "xcomp", "obl", "conj") && doc.upos[governor] !== "NOUN" && !apart)
    return sourceOfVerb(doc, extents, governor, noun, 0);
  return null;
}

/** A clause without a subject of its own takes it from what it hangs on. */
function inherited(doc: Doc, extents: Extents, verb: number, cue: number, depth: number): SourceRun | null {
  const governor = doc.head[verb]!;
  if (governor < 0 || depth > 6) return null;
  const passive = isPassive(doc, governor) && doc.upos[governor] === "VERB";
  if (hasRelation(doc, verb, "xcomp", "advcl") && passive) return ownSubject(doc, extents, governor, cue);
  if (hasRelation(doc, verb, "xcomp")) {
    const object = childOf(doc, governor, "obj");
    if (object >= 0 && object < verb) return nominalRun(doc, extents, object, cue);
  }
  // "fell after people close to it said so": a finite verb of a clause that says when has a subject of its own, whatever the tree made of it.
  if (hasRelation(doc, verb, "advcl") && /^VB[DZP]$/.test(doc.xpos[verb]!) && childOf(doc, verb, "mark", "case") < 0) return null;
  // "said, while arguing Oslo should stay": hung on the verb of what it says.
  const own = governor > verb && doc.xpos[verb] === "VBG" ? childOf(doc, governor, "nsubj") : -1;
  if (own > verb && !/[,;]/.test(doc.text.slice(doc.end[verb]!, doc.start[own]!))) return null;
  if (hasRelation(doc, verb, "conj", "xcomp", "advcl", "parataxis")) return sourceOfVerb(doc, extents, governor, cue, depth + 1);
  // A relative clause without a subject of its own: the noun's verb, hung too low ("X, a poet who stayed, recalled").
  if (doc.relation[verb] === "acl:relcl" && /^VB[DZP]$/.test(doc.xpos[verb]!) && governor < verb)
    return nominalRun(doc, extents, hasRelation(doc, governor, "appos") ? doc.head[governor]! : governor, cue);
  if (hasRelation(doc, verb, "acl") && doc.upos[governor] !== "VERB") return sourceOfModified(doc, extents, verb, governor, cue, depth);
  return null;
}

/** "issued a statement saying": its issuer; "people saying": the people; "his refusal to say": he. */
function sourceOfModified(doc: Doc, extents: Extents, verb: number, noun: number, cue: number, depth: number): SourceRun | null {
  const owner = possessor(doc, extents, noun, cue);
  if (owner !== null) return owner;
  if (hasRelation(doc, noun, "obj") && doc.upos[noun] === "NOUN") {
    const issuer = sourceOfVerb(doc, extents, doc.head[noun]!, cue, depth + 1);
    if (issuer !== null) return issuer;
  }
  return doc.xpos[verb] === "VBG" ? nominalRun(doc, extents, noun, cue) : null;
}

function sourceOfVerb(doc: Doc, extents: Extents, verb: number, cue: number, depth: number): SourceRun | null {
  if (doc.upos[verb] === "VERB" && isPassive(doc, verb)) {
    const agent = agentOf(doc, verb);
    if (agent < 0) return null;
    const preposition = childrenOf(doc, agent).find((c) => c < agent && doc.relation[c] === "case");
    const run = nominalRun(doc, extents, agent, cue);
    return preposition === undefined ? run : { ...run, first: preposition + 1 };
  }
  return ownSubject(doc, extents, verb, cue) ?? strayed(doc, extents, verb, cue) ?? inherited(doc, extents, verb, cue, depth);
}

/** Finds who a cue's words are from; null where the sentence does not say ("X was told that …", "reportedly"). */
export function findSource(doc: Doc, extents: Extents, cue: number): SourceRun | null {
  if (doc.upos[cue] === "VERB") return sourceOfVerb(doc, extents, cue, cue, 0);
  return sourceOfNominal(doc, extents, cue);
}
