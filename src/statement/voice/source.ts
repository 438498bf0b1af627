import type { Doc } from "../../model/doc.ts";
import { childWith, hasRelation, type Run, type Tree, wordAt } from "./tree.ts";

/** Who speaks: the head noun to resolve, and the words. */
export interface SourceRun extends Run {
  readonly head: number;
}

const RELATIVE = new Set(["who", "which", "that", "whom"]);

/** The words of a noun phrase, cut before the cue where that hangs on it ("X, who said …"). */
export function nominalRun(tree: Tree, head: number, cue: number): SourceRun {
  const first = tree.low[head]!;
  const end = tree.high[head]! + 1;
  if (cue < first || cue >= end) return { head, first, end };
  return cue > head ? { head, first, end: Math.max(head + 1, Math.min(end, tree.low[cue]!)) } : { head, first: cue + 1, end };
}

/** True where the verb stands in the passive ("was told"), or is a past participle on a noun ("a plan backed by …"). */
export function isPassive(doc: Doc, tree: Tree, verb: number): boolean {
  const bare = tree.children[verb]!.every((child) => child > verb || doc.upos[child] === "PUNCT" || doc.upos[child] === "ADV");
  // "Asked whether …, he …": a participle at the head of the sentence, whatever its tag.
  if (doc.xpos[verb] === "VBD" && bare && verb === doc.sentences[doc.sentenceOf[verb]!]!.first) return true;
  if (doc.xpos[verb] !== "VBN") return false;
  if (childWith(doc, tree, verb, "aux:pass", "nsubj:pass", "obl:agent") !== null) return true;
  if (tree.children[verb]!.some((child) => doc.relation[child] === "aux" && doc.lemma[child] === "be")) return true;
  if (doc.relation[verb] === "acl") return true;
  const plain = doc.relation[verb] === "advcl" || hasRelation(doc, verb, "parataxis");
  return plain && childWith(doc, tree, verb, "aux", "nsubj") === null;
}

function agentOf(doc: Doc, tree: Tree, verb: number): number | null {
  for (const child of tree.children[verb]!) {
    if (doc.relation[child] === "obl:agent") return child;
    if (!hasRelation(doc, child, "obl", "nmod") || child < verb) continue;
    const by = tree.children[child]!.some((c) => c < child && doc.relation[c] === "case" && wordAt(doc, c) === "by");
    if (by) return child;
  }
  return null;
}

/** The subject of a clause, through the relative pronoun to what it stands for. */
function ownSubject(doc: Doc, tree: Tree, verb: number, cue: number): SourceRun | null {
  const subject = childWith(doc, tree, verb, "nsubj");
  if (subject === null) return null;
  if (hasRelation(doc, verb, "acl") && RELATIVE.has(wordAt(doc, subject)) && doc.head[verb]! >= 0) {
    const head = doc.head[verb]!;
    return { head, first: tree.low[head]!, end: Math.max(subject, head) + 1 };
  }
  return nominalRun(tree, subject, cue);
}

function possessor(doc: Doc, tree: Tree, noun: number, cue: number): SourceRun | null {
  const owner = childWith(doc, tree, noun, "nmod:poss");
  if (owner !== null) return nominalRun(tree, owner, cue);
  for (const child of tree.children[noun]!) {
    if (!hasRelation(doc, child, "nmod", "obl") || child < noun) continue;
    const preposition = tree.children[child]!.find((c) => c < child && doc.relation[c] === "case");
    if (preposition !== undefined && ["by", "from", "among"].includes(wordAt(doc, preposition)))
      return { ...nominalRun(tree, child, cue), first: preposition + 1 };
  }
  return null;
}

/** Who says what a noun or a predicate adjective names: the owner, the by-phrase, the subject of the copula or of the verb it is object of. */
function sourceOfNominal(doc: Doc, tree: Tree, noun: number): SourceRun | null {
  const own = doc.upos[noun] === "NOUN" ? possessor(doc, tree, noun, noun) : null;
  if (own !== null) return own;
  const subject = ownSubject(doc, tree, noun, noun);
  if (subject !== null) return subject;
  const governor = doc.head[noun]!;
  if (governor < 0) return null;
  if (hasRelation(doc, noun, "obj", "xcomp", "obl", "conj") && doc.upos[governor] !== "NOUN") return sourceOfVerb(doc, tree, governor, noun, 0);
  return null;
}

/** A clause without a subject of its own takes it from what it hangs on. */
function inherited(doc: Doc, tree: Tree, verb: number, cue: number, depth: number): SourceRun | null {
  const governor = doc.head[verb]!;
  if (governor < 0 || depth > 6) return null;
  const passive = isPassive(doc, tree, governor) && doc.upos[governor] === "VERB";
  if (hasRelation(doc, verb, "xcomp", "advcl") && passive) return ownSubject(doc, tree, governor, cue);
  if (hasRelation(doc, verb, "xcomp")) {
    const object = childWith(doc, tree, governor, "obj");
    if (object !== null && object < verb) return nominalRun(tree, object, cue);
  }
  if (hasRelation(doc, verb, "conj", "xcomp", "advcl", "parataxis")) return sourceOfVerb(doc, tree, governor, cue, depth + 1);
  if (hasRelation(doc, verb, "acl") && doc.upos[governor] !== "VERB") return sourceOfModified(doc, tree, verb, governor, cue, depth);
  return null;
}

/** "issued a statement saying": its issuer; "people saying": the people; "his refusal to say": he. */
function sourceOfModified(doc: Doc, tree: Tree, verb: number, noun: number, cue: number, depth: number): SourceRun | null {
  const owner = possessor(doc, tree, noun, cue);
  if (owner !== null) return owner;
  if (hasRelation(doc, noun, "obj") && doc.upos[noun] === "NOUN") {
    const issuer = sourceOfVerb(doc, tree, doc.head[noun]!, cue, depth + 1);
    if (issuer !== null) return issuer;
  }
  return doc.xpos[verb] === "VBG" ? nominalRun(tree, noun, cue) : null;
}

function sourceOfVerb(doc: Doc, tree: Tree, verb: number, cue: number, depth: number): SourceRun | null {
  if (doc.upos[verb] === "VERB" && isPassive(doc, tree, verb)) {
    const agent = agentOf(doc, tree, verb);
    if (agent === null) return null;
    const preposition = tree.children[agent]!.find((c) => c < agent && doc.relation[c] === "case");
    const run = nominalRun(tree, agent, cue);
    return preposition === undefined ? run : { ...run, first: preposition + 1 };
  }
  return ownSubject(doc, tree, verb, cue) ?? inherited(doc, tree, verb, cue, depth);
}

/** Finds who a cue's words are from; null where the sentence does not say ("X was told that …", "reportedly"). */
export function findSource(doc: Doc, tree: Tree, cue: number): SourceRun | null {
  if (doc.upos[cue] === "VERB") return sourceOfVerb(doc, tree, cue, cue, 0);
  return sourceOfNominal(doc, tree, cue);
}
