import { activeSubjectOf } from "../../syntax/subject.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import type { Scene } from "./scene.ts";
import { nearby } from "./unmeant.ts";

/** The mention whose words hold a token of the last sentences, or undefined. */
export function mentionedAt(scene: Scene, token: number): Party | undefined {
  const found = scene.mentions.slice(-nearby).find((m) => m.head === token && m.form !== "possessive");
  return found === undefined ? undefined : scene.cast.parties.get(found.actor);
}

/** "X fought on until Y withdrew its troops": whoever withdraws troops withdraws his own; null where nobody does. */
export function keeper(scene: Scene, token: number, own: number): Party | null {
  const { doc } = scene.words;
  const verb = hasRelation(doc, own, "obj") ? (doc.head[own] ?? -1) : -1;
  if (verb < 0 || !scene.cast.lexicon.roles.disposing.has(doc.lemma[verb] ?? "")) return null;
  const subject = activeSubjectOf(doc, verb);
  return (subject < 0 || subject > token ? undefined : mentionedAt(scene, subject)) ?? null;
}

/** "Over its plan to cut off the town and its blockade": what stands behind "and its" is whose the first was. */
export function ownerBefore(scene: Scene, token: number): Party | null {
  const { doc } = scene.words;
  const listed = hasRelation(doc, doc.head[token] ?? -1, "conj", "appos");
  if (lowerAt(doc, token - 1) !== "and" && !(listed && lowerAt(doc, token - 1) === ",")) return null;
  for (let t = token - 2; t >= (doc.sentences[doc.sentenceOf[token] ?? 0]?.first ?? 0); t--) {
    if (hasRelation(doc, t, "nsubj")) return null;
    if (lowerAt(doc, t) !== lowerAt(doc, token) && !(listed && hasRelation(doc, t, "nmod:poss"))) continue;
    const before = scene.mentions.slice(-nearby).find((m) => m.first <= t && t <= m.last && m.form === "possessive");
    return before === undefined ? null : (scene.cast.parties.get(before.actor) ?? null);
  }
  return null;
}

/** "X condemned Y after its troops fired": the one blamed is the one whose troops did it; -1 where nobody is. */
export function blamedFor(scene: Scene, own: number): number {
  const { doc } = scene.words;
  const verb = doc.head[own] ?? -1;
  const blames = doc.head[verb] ?? -1;
  if (verb < 0 || blames < 0 || !hasRelation(doc, own, "nsubj") || !hasRelation(doc, verb, "advcl")) return -1;
  if (!casesOf(doc, verb).some((mark) => /^(?:after|because|when|as)$/.test(mark))) return -1;
  return scene.cast.lexicon.roles.blaming.has(doc.lemma[blames] ?? "") ? (childrenOf(doc, blames, "obj")[0] ?? -1) : -1;
}

/** "X broke off talks with Y and summoned its envoy": nobody summons or expels his own. */
export function isGuest(scene: Scene, token: number): boolean {
  const { doc } = scene.words;
  const own = doc.head[token] ?? -1;
  const envoy = /^(?:ambassador|envoy|diplomat|attaché|attache|consul)$/.test(doc.lemma[own] ?? "") && hasRelation(doc, own, "obj");
  return envoy && /^(?:summon|expel)$/.test(doc.lemma[doc.head[own] ?? -1] ?? "");
}

/**
 * The one whose matter stands behind "over", or behind "after", "following", "since" or "for" where the verb says that somebody is punished for it:
 * the last object, or noun behind "with", "on" or "against", between the verb and that word; -1 where none does.
 */
export function overWhat(scene: Scene, token: number, own: number): number {
  const { doc } = scene.words;
  const above = doc.head[own] ?? -1;
  const following = hasRelation(doc, own, "obj") && lowerAt(doc, above) === "following" ? above : undefined;
  const mark = childrenOf(doc, own, "case", "mark").find((c) => /^(?:over|after|following|since|for)$/.test(lowerAt(doc, c))) ?? following;
  if (mark === undefined || mark > token) return -1;
  let verb = above;
  while (verb >= 0 && (doc.upos[verb] !== "VERB" || verb === mark)) verb = doc.head[verb] ?? -1;
  const { blaming, punishing } = scene.cast.lexicon.roles;
  const lemma = doc.lemma[verb] ?? "";
  if (lowerAt(doc, mark) !== "over" && !blaming.has(lemma) && !punishing.has(lemma)) return -1;
  for (let t = mark - 1; t > verb && verb >= 0; t--) {
    if (doc.upos[t] === "VERB") return -1;
    const other = hasRelation(doc, t, "obj") || casesOf(doc, t).some((c) => /^(?:with|on|against)$/.test(c));
    if (other && mentionedAt(scene, t) !== undefined) return t;
  }
  return -1;
}
