import type { Doc } from "../../model/doc.ts";
import { childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Scene } from "./scene.ts";

/** Mentions looked back over: more than a sentence has, so that a text without full stops stays linear. */
export const nearby = 80;

/** The subject of the verb of speech or thought over the clause whose subject a token is ("X said that he"), or -1. */
export function subjectAbove(doc: Doc, token: number): number {
  const verb = doc.head[token] ?? -1;
  if (!hasRelation(doc, token, "nsubj") || verb < 0 || !hasRelation(doc, verb, "ccomp")) return -1;
  return childrenOf(doc, doc.head[verb]!, "nsubj")[0] ?? -1;
}

/** "The Wolves say they will": a verb that says its subject is several. */
export function speakMany(doc: Doc, token: number): boolean {
  const subject = subjectAbove(doc, token);
  return subject >= 0 && doc.upos[subject] !== "PRON" && doc.xpos[doc.head[subject] ?? -1] === "VBP";
}

/** "They … . They …": the same pronoun was the subject of the sentence before, where nobody knew whom it meant. */
export function goesOnUnknown(scene: Scene, at: number): boolean {
  const { doc, list } = scene.words;
  const word = list[at]!;
  const before = doc.sentences[word.sentence - 1];
  if (before === undefined || !hasRelation(doc, word.token, "nsubj")) return false;
  for (let t = before.first; t < before.end; t++)
    if (lowerAt(doc, t) === word.fold && hasRelation(doc, t, "nsubj") && doc.relation[doc.head[t] ?? -1] === "root")
      return !isMentioned(scene, t);
  return false;
}

/** "The bill passed. It allows": a thing was what the sentence before told of, and "it" opens this one. */
export function goesOnThing({ words, mentions }: Scene, at: number): boolean {
  const { doc, list } = words;
  const { token, sentence, fold } = list[at]!;
  const [here, before] = [doc.sentences[sentence], doc.sentences[sentence - 1]];
  if (fold !== "it" || here === undefined || before === undefined || !hasRelation(doc, token, "nsubj")) return false;
  for (let t = here.first; t < token; t++) if (hasRelation(doc, t, "nsubj")) return false;
  for (let t = before.first; t < before.end; t++)
    if (hasRelation(doc, t, "nsubj") && doc.relation[doc.head[t] ?? -1] === "root")
      return doc.xpos[t] === "NN" && !mentions.slice(-nearby).some((m) => m.first <= t && t <= m.last);
  return false;
}

/** True when "it" is an object or the subject of a verb that events have: it seldom stands for a party there. */
export function isEvent(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  if (doc.text.slice(doc.start[token], doc.end[token]).toLowerCase() !== "it") return false;
  if (hasRelation(doc, token, "obj", "iobj", "obl", "nmod"))
    return !(hasRelation(doc, token, "obj") && scene.cast.lexicon.roles.addressing.has(doc.lemma[doc.head[token] ?? -1] ?? ""));
  const head = doc.head[token] ?? -1;
  return hasRelation(doc, token, "nsubj") && scene.cast.lexicon.roles.eventVerbs.has(doc.lemma[head] ?? "");
}

/** "It is harmful", "it would be stolen": what is or is done to is seldom a party, unless a verb of speech above says so. */
export function isState(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  return doc.relation[token] === "nsubj:pass" || childrenOf(doc, doc.head[token] ?? -1, "cop").length > 0;
}

export function isMentioned(scene: Scene, token: number): boolean {
  const { mentions, words } = scene;
  for (
    let i = mentions.length - 1;
    i >= Math.max(0, mentions.length - nearby) && words.doc.sentenceOf[mentions[i]!.head] === words.doc.sentenceOf[token];
    i--
  ) {
    if (mentions[i]!.first <= token && token <= mentions[i]!.last) return true;
  }
  return false;
}

/** True when the clause of a possessive has a subject of its own that names no actor: "the four saved their seats". */
export function unknownSubject(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  for (let t = doc.head[token] ?? -1, steps = 0; t >= 0 && steps < 8; t = doc.head[t] ?? -1, steps++) {
    const subject = childrenOf(doc, t, "nsubj").find((s) => s < token);
    if (subject !== undefined) return !/^(?:PRON|DET)$/.test(doc.upos[subject]!) && !isMentioned(scene, subject);
  }
  return false;
}

/** True when a plural noun that is no actor stands shortly before "they": "prices rose as they". */
export function unknownPlural(scene: Scene, at: number): boolean {
  const { list, doc } = scene.words;
  for (let i = at - 1; i >= 0 && i > at - 7 && list[i]!.sentence === list[at]!.sentence; i--) {
    if (list[i]!.tag === "NNS") return !isMentioned(scene, list[i]!.token) && doc.relation[list[i]!.token] !== "compound";
  }
  return false;
}

/** "It is clear that", "it was not known whether": an "it" that stands for nobody. */
export function isExpletive(scene: Scene, at: number): boolean {
  const { list } = scene.words;
  if (list[at]!.fold !== "it") return false;
  let i = at + 1;
  while (
    /^(?:is|was|s|has|had|been|will|would|be|not|also|may|might|could|still|remains|remained|seems|seemed|appears|appeared)$/.test(
      list[i]?.fold ?? "",
    ) &&
    i < at + 6
  )
    i++;
  if (i === at + 1) return false;
  return scene.cast.lexicon.roles.expletives.has(list[i]?.fold ?? "") || list[i]?.upos === "NUM";
}
